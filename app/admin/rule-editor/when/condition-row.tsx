import { BlockStack, InlineError, InlineStack, Text } from "@shopify/polaris";
import type { Surface } from "#app/core/facts/facts.ts";
import { useSay } from "../../say.tsx";
import { useEditing, useProblem } from "../editing.tsx";
import type { Place } from "../places.ts";
import { valueAt } from "../places.ts";
import { ConditionFields } from "./condition-fields.tsx";
import { kindOf, unknownOn } from "./condition-kinds.ts";
import { PartMenu } from "./part-menu.tsx";
import { useWhere } from "./use-where.ts";
import styles from "./when.module.css";

/** One condition with its fields, and on which of the rule's pages nobody can know it. */
export function ConditionRow({ place }: { readonly place: Place }) {
  const say = useSay();
  const { document } = useEditing();
  const problem = useProblem(place);
  const where = useWhere();
  const kind = kindOf(valueAt(document, place));
  const surfaces = Array.isArray(document.surfaces) ? (document.surfaces as Surface[]) : [];
  const unknown = kind ? unknownOn(kind, surfaces) : [];
  return (
    <fieldset className={styles.condition} id={place} tabIndex={-1} aria-labelledby={`${place}.title`}>
      <BlockStack gap="200">
        <InlineStack gap="200" align="space-between" blockAlign="center" wrap={false}>
          <Text as="h3" variant="headingSm" id={`${place}.title`}>
            {kind ? say(`editor.kind.${kind}`) : ""}
          </Text>
          <PartMenu place={place} />
        </InlineStack>
        {kind ? <ConditionFields place={place} kind={kind} /> : null}
        {unknown.length > 0 ? (
          <Text as="p" tone="caution">
            {say("editor.add.unknown", { where: where(unknown) })}
          </Text>
        ) : null}
        {problem ? <InlineError message={problem} fieldID={place} /> : null}
      </BlockStack>
    </fieldset>
  );
}
