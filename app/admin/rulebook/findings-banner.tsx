import { Banner, BlockStack, Text } from "@shopify/polaris";
import type { Told } from "./told.ts";
import { ToldList } from "./told-list.tsx";
import { rulebookWords } from "./words.ts";

const words = rulebookWords.findings;

/** What in a rulebook can never come true; nothing when there is none. */
export function FindingsBanner({ findings }: { readonly findings: Told<string> }) {
  if (findings.items.length === 0) return null;
  return (
    <Banner tone="warning" title={words.title(findings.items.length + findings.more)}>
      <BlockStack gap="200">
        <Text as="p">{words.body}</Text>
        <ToldList told={findings} />
      </BlockStack>
    </Banner>
  );
}
