import { BlockStack, Card, Text } from "@shopify/polaris";
import type { ShopNames } from "#app/core/rules/names.ts";
import { ruleSentence } from "#app/core/rules/rule.words.ts";
import type { Rule } from "#app/core/rules/rulebook.ts";
import { useSay } from "../say.tsx";

/** The rule as one sentence in the engine's own words: what a merchant checks before publishing. */
export function ReadAloud({ rule, names }: { readonly rule: Rule | undefined; readonly names: ShopNames }) {
  const say = useSay();
  return (
    <Card>
      <BlockStack gap="300">
        <Text as="h2" variant="headingSm">
          {say("editor.aloud")}
        </Text>
        {rule ? (
          <Text as="p" variant="bodyLg" breakWord>
            {ruleSentence(rule, names)}
          </Text>
        ) : (
          <Text as="p" tone="subdued">
            {say("editor.aloud.unfinished")}
          </Text>
        )}
      </BlockStack>
    </Card>
  );
}
