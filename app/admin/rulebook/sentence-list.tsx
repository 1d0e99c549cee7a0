import { BlockStack, List, Text } from "@shopify/polaris";
import { useSay } from "../say.tsx";

/** Sentences one below the other, and how many more there are. */
export function SentenceList({ sentences, more }: { readonly sentences: readonly string[]; readonly more: number }) {
  return (
    <BlockStack gap="200">
      <List>
        {sentences.map((sentence, index) => (
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
      {say("rulebook.more", { count })}
    </Text>
  ) : null;
}
