import { Banner, BlockStack, List, Text } from "@shopify/polaris";
import type { Format } from "../format.tsx";
import type { RuleEditorData } from "./rule-editor-data.ts";
import { ruleWords as words } from "./words.ts";

/** Why the rule paused itself, and what keeps it from doing what it says; nothing when all is well. */
export function RuleCautions({
  data: { pausedItself, warnings },
  format,
}: {
  readonly data: Pick<RuleEditorData, "pausedItself" | "warnings">;
  readonly format: Format;
}) {
  if (!pausedItself && warnings.length === 0) return null;
  return (
    <Banner tone="warning" title={words.warningsTitle}>
      <BlockStack gap="200">
        {pausedItself ? (
          <Text as="p">{words.row.pausedItself(pausedItself.after, format.dateTime(pausedItself.at))}</Text>
        ) : null}
        {warnings.length > 0 ? (
          <List>
            {warnings.map((warning) => (
              <List.Item key={warning}>{warning}</List.Item>
            ))}
          </List>
        ) : null}
      </BlockStack>
    </Banner>
  );
}
