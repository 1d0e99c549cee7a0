import { BlockStack, List, Text } from "@shopify/polaris";
import { useSay } from "../say.tsx";
import type { FirstOf } from "./first-of.ts";

/** Sentences one below the other, and how many more there are. */
export function SentenceList({ items, more }: FirstOf<string>) {
  return (
    <BlockStack gap="200">
      <List>
        {items.map((sentence, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: two sentences may be the same, and none of them moves
          <List.Item key={index}>{sentence}</List.Item>
        ))}
      </List>
      <More count={more} />
    </BlockStack>
  );
}

/** How many are not listed; nothing where all are. */
export function More({ count }: { readonly count: number }) {
  const say = useSay();
  return count > 0 ? (
    <Text as="p" tone="subdued">
      {say("list.more", { count })}
    </Text>
  ) : null;
}
