import { Button, Checkbox, InlineStack } from "@shopify/polaris";
import { useSay } from "../say.tsx";
import styles from "./rule-list.module.css";
import { intentsFor } from "./rule-menu.tsx";
import type { RuleRow } from "./rule-row.ts";
import { MANY_INTENTS, type ManyIntent } from "./rules-ask.ts";

/** What can be done with the rules that are ticked: each of them that it can be done with. */
export function BulkActions({
  rows,
  selected,
  isBusy,
  onSelectAll,
  onIntent,
}: {
  readonly rows: readonly RuleRow[];
  readonly selected: readonly RuleRow[];
  readonly isBusy: boolean;
  readonly onSelectAll: (isSelected: boolean) => void;
  readonly onIntent: (intent: ManyIntent, rows: readonly RuleRow[]) => void;
}) {
  const say = useSay();
  const count = selected.length;
  const possible = MANY_INTENTS.map((intent) => ({
    intent,
    able: selected.filter(({ status }) => intentsFor(status).includes(intent)),
  })).filter(({ able }) => able.length > 0);
  return (
    <section className={count > 0 ? `${styles.bulk} ${styles.staying}` : styles.bulk} aria-label={say("rules.bulk")}>
      <InlineStack gap="300" blockAlign="center">
        <Checkbox
          label={count === 0 ? say("rules.select-all") : say("rules.selected", { count })}
          checked={count > 0 && count === rows.length}
          onChange={() => onSelectAll(count < rows.length)}
        />
        {possible.map(({ intent, able }) => (
          <Button
            key={intent}
            size="slim"
            disabled={isBusy}
            {...(intent === "delete" ? { tone: "critical" as const } : {})}
            onClick={() => onIntent(intent, able)}
          >
            {able.length === count ? say(`rules.${intent}`) : `${say(`rules.${intent}`)} (${able.length})`}
          </Button>
        ))}
        {count > 0 ? (
          <Button size="slim" variant="plain" onClick={() => onSelectAll(false)}>
            {say("rules.deselect")}
          </Button>
        ) : null}
      </InlineStack>
    </section>
  );
}
