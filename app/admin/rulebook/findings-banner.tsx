import { Banner, BlockStack, Text } from "@shopify/polaris";
import { said } from "#app/core/values/say.ts";
import { useSay } from "../say.tsx";
import type { FindingShown } from "./findings-shown.ts";
import type { FirstOf } from "./first-of.ts";
import { SentenceList } from "./sentence-list.tsx";

/** What in a rulebook can never come true; nothing when there is none. */
export function FindingsBanner({ findings: { items, more } }: { readonly findings: FirstOf<FindingShown> }) {
  const say = useSay();
  if (items.length === 0) return null;
  const sentences = items.map(({ found, rule }) => {
    const sentence = said(found, say);
    return rule === undefined ? sentence : say("rulebook.findings.of-rule", { rule, sentence });
  });
  return (
    <Banner tone="warning" title={say("rulebook.findings.title", { count: items.length + more })}>
      <BlockStack gap="200">
        <Text as="p">{say("rulebook.findings.body")}</Text>
        <SentenceList items={sentences} more={more} />
      </BlockStack>
    </Banner>
  );
}
