import { BlockStack, Button, Card, InlineError, InlineStack, Text } from "@shopify/polaris";
import { XIcon } from "@shopify/polaris-icons";
import type { Currency } from "#app/core/values/currency.ts";
import { pickTriggers } from "./pick-products.ts";
import { ProductLine } from "./product-line.tsx";
import type { RuleForm } from "./rule-form.ts";
import { ruleWords } from "./words.ts";

const words = ruleWords.when;

/** *When customers bought any of …* */
export function WhenCard({
  form: { triggers },
  set,
  currency,
  problem,
}: {
  readonly form: RuleForm;
  readonly set: (change: Partial<RuleForm>) => void;
  readonly currency: Currency;
  readonly problem: string | undefined;
}) {
  const choose = async () => {
    const picked = await pickTriggers(triggers, currency);
    if (picked) set({ triggers: picked });
  };
  return (
    <Card>
      <BlockStack gap="300">
        <Text as="h2" variant="headingMd">
          {words.title}
        </Text>
        {triggers.length === 0 ? (
          <Text as="p" tone="subdued">
            {words.empty}
          </Text>
        ) : null}
        {triggers.map((product) => (
          <ProductLine
            key={product.id}
            product={product}
            warning={product.gone && words.gone[product.gone]}
            action={
              <Button
                variant="tertiary"
                icon={XIcon}
                accessibilityLabel={words.remove(product.title)}
                onClick={() => set({ triggers: triggers.filter(({ id }) => id !== product.id) })}
              />
            }
          />
        ))}
        <InlineStack>
          <Button id="triggers" onClick={choose}>
            {triggers.length === 0 ? words.choose : words.change}
          </Button>
        </InlineStack>
        {problem ? <InlineError message={problem} fieldID="triggers" /> : null}
      </BlockStack>
    </Card>
  );
}
