import { Banner, BlockStack, List, Text } from "@shopify/polaris";
import type { CatalogProduct } from "#app/core/catalog/catalog.ts";
import { findings } from "#app/core/rules/findings.ts";
import { pauseReasonWords } from "#app/core/rules/rule.words.ts";
import type { Rule } from "#app/core/rules/rulebook.ts";
import type { Instant } from "#app/core/values/instant.ts";
import { said } from "#app/core/values/say.ts";
import { useFormat } from "../format.tsx";
import { warningsOf } from "../rules/warnings.ts";
import { useSay } from "../say.tsx";
import { useEditing } from "./editing.tsx";

/** Why the rule paused itself, and what keeps it from doing what it says; nothing when all is well. */
export function Cautions({
  rule,
  products,
  now,
}: {
  readonly rule: Rule | undefined;
  readonly products: readonly CatalogProduct[];
  readonly now: Instant;
}) {
  const say = useSay();
  const { shop } = useEditing();
  const format = useFormat(shop.timezone);
  if (!rule) return null;
  const known = new Map(products.map((product) => [product.id, product]));
  const found = [
    ...warningsOf({ ...rule, status: "draft" }, known),
    ...findings({ format: 1, rules: [rule] }, now, shop.timezone).filter(({ path }) => !path.endsWith(".when")),
  ].map((one) => said(one, say));
  const paused = rule.status === "paused" ? rule.pausedBecause : undefined;
  if (!paused && found.length === 0) return null;
  return (
    <Banner tone="warning" title={say("editor.attention")}>
      <BlockStack gap="200">
        {paused ? (
          <Text as="p">
            {say("editor.paused-itself", {
              reason: pauseReasonWords(paused.what, paused.inARow, say),
              at: format.dateTime(paused.at),
            })}
          </Text>
        ) : null}
        {found.length > 0 ? (
          <List>
            {found.map((sentence) => (
              <List.Item key={sentence}>{sentence}</List.Item>
            ))}
          </List>
        ) : null}
      </BlockStack>
    </Banner>
  );
}
