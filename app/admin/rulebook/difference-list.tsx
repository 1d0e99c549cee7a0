import { BlockStack, List, Text } from "@shopify/polaris";
import { ownDifferenceSentence, ruleOfDifference } from "#app/core/rules/diff.words.ts";
import type { RulebookDifference } from "#app/core/rules/rulebook-difference.ts";
import { useNames } from "../names.ts";
import type { Differences } from "./differences.ts";
import { More } from "./sentence-list.tsx";

/** What is otherwise in the second of two rulebooks: below each rule's name a sentence for each thing. */
export function DifferenceList({ differences }: { readonly differences: Differences }) {
  const { items, more, titles, timezone } = differences;
  const names = useNames(titles, timezone, differences);
  const sentences = (of: readonly RulebookDifference[]) =>
    // biome-ignore lint/suspicious/noArrayIndexKey: two sentences may be the same, and none of them moves
    of.map((one, index) => <List.Item key={index}>{ownDifferenceSentence(one, names)}</List.Item>);
  return (
    <BlockStack gap="300">
      {groupsOf(items).map(({ of, rule }) => (
        <BlockStack key={rule?.id ?? ""} gap="100">
          {rule ? (
            <Text as="h3" variant="headingSm" breakWord>
              {rule.name}
            </Text>
          ) : null}
          <List gap="extraTight">{sentences(of)}</List>
        </BlockStack>
      ))}
      <More count={more} />
    </BlockStack>
  );
}

interface Group {
  readonly rule: ReturnType<typeof ruleOfDifference>;
  readonly of: readonly RulebookDifference[];
}

/** All that is said of a rule in one place, where the first of it stands; what is said of all rules likewise. */
function groupsOf(items: readonly RulebookDifference[]): readonly Group[] {
  const groups = new Map<string, Group>();
  for (const item of items) {
    const rule = ruleOfDifference(item);
    const key = rule?.id ?? "";
    groups.set(key, { rule: groups.get(key)?.rule ?? rule, of: [...(groups.get(key)?.of ?? []), item] });
  }
  return [...groups.values()];
}
