import { BlockStack, Box, Text } from "@shopify/polaris";
import type { Verdict } from "#app/core/decision/decision.ts";
import { sentenceOf, verdictLines } from "#app/core/decision/words.ts";
import type { ShopNames } from "#app/core/rules/names.ts";

/** What became of one rule: its sentence, each condition with the value it saw, each product that was looked at. */
export function VerdictText({
  verdict,
  all,
  names,
}: {
  readonly verdict: Verdict;
  readonly all: readonly Verdict[];
  readonly names: ShopNames;
}) {
  const lines = verdictLines(verdict, all, names);
  return (
    <BlockStack gap="050">
      <Text as="p" breakWord>
        {sentenceOf(verdict, all, names)}
      </Text>
      <Box>
        {lines.map((line, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: what was said of a rule never moves once it is decided
          <Text as="p" tone="subdued" breakWord key={index}>
            {line}
          </Text>
        ))}
      </Box>
    </BlockStack>
  );
}
