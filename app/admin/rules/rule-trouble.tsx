import { Icon, InlineStack, Text } from "@shopify/polaris";
import { AlertTriangleIcon } from "@shopify/polaris-icons";
import { pauseReasonWords } from "#app/core/rules/rule.words.ts";
import { listed, type Say, said } from "#app/core/values/say.ts";
import type { Format } from "../format.tsx";
import type { ConflictTold, RuleTrouble } from "./rule-row.ts";

/** What keeps a rule from doing what it says, a sentence each: why it paused itself, what is missing, what stands before it. */
export function troubleSentences(
  { pausedItself, warnings, conflict }: RuleTrouble,
  say: Say,
  format: Pick<Format, "dateTime">,
): string[] {
  return [
    ...(pausedItself
      ? [
          say("rule.paused-itself", {
            reason: pauseReasonWords(pausedItself.what, pausedItself.inARow, say),
            at: format.dateTime(pausedItself.at),
          }),
        ]
      : []),
    ...warnings.map((warning) => said(warning, say)),
    ...(conflict ? [conflictSentence(conflict, say)] : []),
  ];
}

function conflictSentence({ behind, never }: ConflictTold, say: Say): string {
  const names = behind.map(({ name }) => name);
  const values = {
    rules: names.length,
    names: listed(names.length > 1 ? names.map((name) => say("rule.quoted", { name })) : names, say),
  };
  return `${say(never ? "rule.conflict.never" : "rule.conflict.behind", values)} ${say("rule.conflict.what-to-do")}`;
}

export function Caution({ sentence }: { readonly sentence: string }) {
  return (
    <InlineStack gap="100" blockAlign="start" wrap={false}>
      <span>
        <Icon source={AlertTriangleIcon} tone="caution" />
      </span>
      <Text as="p" tone="caution" breakWord>
        {sentence}
      </Text>
    </InlineStack>
  );
}
