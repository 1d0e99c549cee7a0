import { useSortable } from "@dnd-kit/sortable";
import { BlockStack, Button, Checkbox, Icon, InlineStack, Link, Text, Thumbnail } from "@shopify/polaris";
import { DragHandleIcon, ImageIcon } from "@shopify/polaris-icons";
import { memo } from "react";
import type { ShopNames } from "#app/core/rules/names.ts";
import { ruleSentence } from "#app/core/rules/rule.words.ts";
import type { RuleId } from "#app/core/values/ids.ts";
import type { RuleNumbers } from "#app/stores/read-models/rule-numbers.ts";
import type { Format } from "../format.tsx";
import { useSay } from "../say.tsx";
import styles from "./rule-list.module.css";
import { mainIntentFor, type RuleIntent, RuleMenu } from "./rule-menu.tsx";
import { RuleNumbersShown } from "./rule-numbers.tsx";
import { rulePriceText } from "./rule-price-text.ts";
import type { RuleRow } from "./rule-row.ts";
import { Caution, troubleSentences } from "./rule-trouble.tsx";
import { StatusBadge } from "./status-badge.tsx";

export interface RuleListItemProps {
  readonly row: RuleRow;
  readonly numbers: RuleNumbers;
  readonly names: ShopNames;
  readonly format: Format;
  /** Of all rules. */
  readonly total: number;
  readonly isSelected: boolean;
  /** Something is being done with it. */
  readonly isBusy: boolean;
  /** Its place can be changed here: nothing is filtered away. */
  readonly isMovable: boolean;
  readonly onSelect: (rule: RuleId, isSelected: boolean) => void;
  readonly onIntent: (row: RuleRow, intent: RuleIntent) => void;
}

/** One rule: its name leads to the editor, its sentence says what it does, its handle changes when it is asked. */
export const RuleListItem = memo(function RuleListItem(props: RuleListItemProps) {
  const { place, style, setNodeRef, isDragging } = usePlace(props);
  return (
    <li ref={setNodeRef} style={style} className={`${styles.row} ${isDragging ? styles.lifted : ""}`}>
      <div className={styles.place}>{place}</div>
      <RuleCells {...props} />
    </li>
  );
});

/** Apart from the handle: while one rule is moved, every row is placed anew, and none need be drawn anew. */
const RuleCells = memo(function RuleCells(props: RuleListItemProps) {
  const { row, numbers, format, isSelected, isBusy, onSelect, onIntent } = props;
  const { rule, status, picture } = row;
  const say = useSay();
  return (
    <>
      <div className={styles.select}>
        <Checkbox
          label={say("rules.select", { name: rule.name })}
          labelHidden
          checked={isSelected}
          onChange={(isChosen) => onSelect(rule.id, isChosen)}
        />
      </div>
      <div className={styles.picture}>
        <Thumbnail source={picture ?? ImageIcon} alt="" size="small" />
      </div>
      <div className={styles.main}>
        <RuleText {...props} />
      </div>
      <div className={styles.numbers}>
        <RuleNumbersShown numbers={numbers} status={status} format={format} />
      </div>
      <div className={styles.actions}>
        <InlineStack gap="100" wrap={false} blockAlign="center">
          <MainButton row={row} isBusy={isBusy} onIntent={onIntent} />
          <RuleMenu
            rule={rule.id}
            name={rule.name}
            status={status}
            isDisabled={isBusy}
            onIntent={(intent) => onIntent(row, intent)}
          />
        </InlineStack>
      </div>
    </>
  );
});

/** What publishing would change is looked at first, in the editor. */
function MainButton({ row, isBusy, onIntent }: Pick<RuleListItemProps, "row" | "isBusy" | "onIntent">) {
  const { rule, status, isChanged } = row;
  const say = useSay();
  const intent = isChanged ? undefined : mainIntentFor(status);
  if (!intent) {
    return (
      <Button
        size="slim"
        url={`/app/rules/${rule.id}`}
        accessibilityLabel={`${say("rules.review-changes")}: ${rule.name}`}
      >
        {say("rules.review-changes")}
      </Button>
    );
  }
  const label = say(status === "paused" ? "rules.publish-again" : `rules.${intent}`);
  return (
    <Button size="slim" onClick={() => onIntent(row, intent)} loading={isBusy} ariaDescribedBy={rule.id}>
      {label}
    </Button>
  );
}

function RuleText({ row, names, format }: RuleListItemProps) {
  const { rule, status, trouble } = row;
  const say = useSay();
  const pages = rule.surfaces.map((surface) => say(`rules.surface.${surface}`)).join(", ");
  const price = rulePriceText(row, say, format);
  return (
    <BlockStack gap="100">
      <InlineStack gap="200" blockAlign="center">
        <Text as="h2" id={rule.id} variant="headingSm" breakWord>
          <Link url={`/app/rules/${rule.id}`} removeUnderline monochrome>
            {rule.name}
          </Link>
        </Text>
        <StatusBadge status={status} />
      </InlineStack>
      <p className={styles.sentence}>{ruleSentence(rule, names)}</p>
      <Text as="p" tone="subdued" breakWord>
        {[price, pages].filter(Boolean).join(" · ")}
      </Text>
      {troubleSentences(trouble, say, format).map((sentence) => (
        <Caution key={sentence} sentence={sentence} />
      ))}
    </BlockStack>
  );
}

/** Its number, and with that the handle to move it by where it can be moved. */
function usePlace({ row, total, isMovable }: RuleListItemProps) {
  const { rule, place } = row;
  const say = useSay();
  const { attributes, listeners, setNodeRef, setActivatorNodeRef, transform, transition, isDragging } = useSortable({
    id: rule.id,
    disabled: !isMovable,
    attributes: { roleDescription: say("rules.drag.role") },
  });
  const number =
    place === undefined ? null : (
      <Text as="span" tone="subdued" numeric>
        {place}
      </Text>
    );
  const handle = (
    <button
      type="button"
      ref={setActivatorNodeRef}
      className={styles.handle}
      {...attributes}
      {...listeners}
      aria-label={say("rules.drag.handle", { name: rule.name, place: place ?? "", total })}
    >
      <Icon source={DragHandleIcon} tone="subdued" />
      {number}
    </button>
  );
  const moved = transform ? `translate3d(0, ${Math.round(transform.y)}px, 0)` : undefined;
  const style = { ...(moved ? { transform: moved } : {}), ...(transition ? { transition } : {}) };
  return { place: isMovable ? handle : number, style, setNodeRef, isDragging };
}
