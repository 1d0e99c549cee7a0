import { BlockStack, List, Text } from "@shopify/polaris";
import type { Told } from "./told.ts";
import { rulebookWords as words } from "./words.ts";

/** Sentences one below the other, and how many more there are. */
export function ToldList({ told: { items, more } }: { readonly told: Told<string> }) {
  return (
    <BlockStack gap="200">
      <List>
        {items.map((sentence, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: two sentences may be the same, and none of them moves
          <List.Item key={index}>{sentence}</List.Item>
        ))}
      </List>
      {more > 0 ? (
        <Text as="p" tone="subdued">
          {words.more(more)}
        </Text>
      ) : null}
    </BlockStack>
  );
}
