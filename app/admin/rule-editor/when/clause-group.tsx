import { BlockStack, Box, InlineError, InlineStack, Select, Text } from "@shopify/polaris";
import { useSay } from "../../say.tsx";
import { useEditing, useProblem } from "../editing.tsx";
import type { Place } from "../places.ts";
import { valueAt } from "../places.ts";
import { AddPart } from "./add-part.tsx";
import { GROUPS, type Group, groupIn, partsAt, partsPlace, regrouped } from "./clauses.ts";
import { ConditionRow } from "./condition-row.tsx";
import { PartMenu } from "./part-menu.tsx";
import styles from "./when.module.css";

/** Conditions and groups of them, and how many of them must hold: asked for as soon as it makes a difference. */
export function ClauseGroup({ place }: { readonly place: Place }) {
  const { document } = useEditing();
  const list = partsPlace(document, place);
  const parts = partsAt(document, list);
  const isRoot = place === "when";
  const group = groupIn(valueAt(document, place)) ?? "all";
  return (
    <BlockStack gap="300">
      {isRoot && parts.length < 2 && group === "all" ? null : (
        <InlineStack gap="200" align="space-between" blockAlign="center" wrap={false}>
          <GroupField place={place} group={group} />
          {isRoot ? null : <PartMenu place={place} />}
        </InlineStack>
      )}
      {parts.map((part, index) => {
        const at = `${list}[${index}]`;
        return groupIn(part) ? <NestedGroup key={at} place={at} /> : <ConditionRow key={at} place={at} />;
      })}
      <AddPart list={list} canGroup={depthOf(place) < DEEPEST} />
    </BlockStack>
  );
}

/** Deeper than this nobody reads; the validator takes eight. */
const DEEPEST = 4;

const depthOf = (place: Place) => place.split("[").length;

function NestedGroup({ place }: { readonly place: Place }) {
  const say = useSay();
  const problem = useProblem(place);
  return (
    <fieldset className={styles.group} id={place} tabIndex={-1} aria-label={say("editor.part.group")}>
      <BlockStack gap="200">
        <ClauseGroup place={place} />
        {problem ? <InlineError message={problem} fieldID={place} /> : null}
      </BlockStack>
    </fieldset>
  );
}

function GroupField({ place, group }: { readonly place: Place; readonly group: Group }) {
  const say = useSay();
  const { document, write } = useEditing();
  return (
    <InlineStack gap="200" blockAlign="center">
      {place === "when" ? <Text as="span">{say("editor.when.fits")}</Text> : null}
      <Box minWidth="12rem">
        <Select
          label={say("editor.group.how")}
          labelHidden
          options={GROUPS.map((one) => ({ value: one, label: say(`editor.group.${one}`) }))}
          value={group}
          onChange={(chosen: Group) => write(regrouped(document, place, chosen))}
        />
      </Box>
    </InlineStack>
  );
}
