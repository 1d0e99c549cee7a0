import { BlockStack, Box, List, Text } from "@shopify/polaris";
import type { Verdict } from "#app/core/decision/decision.ts";
import { sentenceOf, verdictLines } from "#app/core/decision/words.ts";
import type { ShopNames } from "#app/core/rules/names.ts";
import type { WhyTold } from "./order-told.ts";

/** The full trace: what became of every rule that came near, each condition with the value it was compared with. */
export function Verdicts({
  why: { verdicts, others, unlisted },
  names,
}: {
  readonly why: Extract<WhyTold, { kind: "rules" }>;
  readonly names: ShopNames;
}) {
  if (verdicts.length === 0) return null;
  const all = [...verdicts, ...others];
  return (
    <BlockStack gap="200">
      <Text as="h3" variant="headingSm">
        {names.say("orders.why.verdicts")}
      </Text>
      <List>
        {verdicts.map((verdict) => (
          <List.Item key={verdict.rule}>
            <VerdictLines verdict={verdict} all={all} names={names} />
          </List.Item>
        ))}
      </List>
      {unlisted > 0 ? (
        <Text as="p" tone="subdued">
          {names.say("orders.why.unlisted", { count: unlisted })}
        </Text>
      ) : null}
    </BlockStack>
  );
}

function VerdictLines({
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
          // biome-ignore lint/suspicious/noArrayIndexKey: what was said of a rule never moves once a decision is kept
          <Text as="p" tone="subdued" breakWord key={index}>
            {line}
          </Text>
        ))}
      </Box>
    </BlockStack>
  );
}
