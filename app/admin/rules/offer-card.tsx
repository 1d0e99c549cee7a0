import {
  BlockStack,
  Button,
  Card,
  InlineError,
  InlineGrid,
  InlineStack,
  Select,
  Text,
  TextField,
} from "@shopify/polaris";
import type { Currency } from "#app/core/values/currency.ts";
import type { Format } from "../format.tsx";
import { offerPriceText, variantsText } from "./offer-text.ts";
import { pickOffered } from "./pick-products.ts";
import type { ProblemsShown } from "./problems.ts";
import { ProductLine } from "./product-line.tsx";
import type { RuleForm } from "./rule-form.ts";
import { ruleWords } from "./words.ts";

const words = ruleWords.offer;
const QUANTITIES = Array.from({ length: 10 }, (_, index) => String(index + 1));

/** *offer them* one product, at a discount with the price it comes to, up to so many, sent free or for a price. */
export function OfferCard({
  form,
  set,
  currency,
  format,
  problems,
}: {
  readonly form: RuleForm;
  readonly set: (change: Partial<RuleForm>) => void;
  readonly currency: Currency;
  readonly format: Format;
  readonly problems: ProblemsShown["beside"];
}) {
  const { offered, variants } = form;
  const price = offerPriceText(form, format);
  const choose = async () => {
    const picked = await pickOffered(offered, variants, currency);
    if (picked) set(picked);
  };
  return (
    <Card>
      <BlockStack gap="400">
        <BlockStack gap="300">
          <Text as="h2" variant="headingMd">
            {words.title}
          </Text>
          {offered ? (
            <ProductLine
              product={offered}
              detail={variantsText(offered, variants)}
              warning={offered.gone && words.gone[offered.gone]}
            />
          ) : (
            <Text as="p" tone="subdued">
              {words.empty}
            </Text>
          )}
          <InlineStack>
            <Button id="offered" onClick={choose}>
              {offered ? words.change : words.choose}
            </Button>
          </InlineStack>
          {problems.offered ? <InlineError message={problems.offered} fieldID="offered" /> : null}
        </BlockStack>
        <InlineGrid columns={{ xs: 1, sm: 2 }} gap="400">
          <BlockStack gap="100">
            <TextField
              id="percent"
              label={words.percent}
              value={form.percent}
              onChange={(percent) => set({ percent })}
              inputMode="decimal"
              suffix="%"
              autoComplete="off"
              error={problems.percent}
              helpText={price === "" ? words.percentHelp : undefined}
            />
            <div aria-live="polite">
              <Text as="p" fontWeight="semibold">
                {price}
              </Text>
            </div>
          </BlockStack>
          <Select
            id="quantityMost"
            label={words.quantity}
            options={QUANTITIES}
            value={form.quantityMost}
            onChange={(quantityMost) => set({ quantityMost })}
            error={problems.quantityMost}
          />
        </InlineGrid>
        <InlineGrid columns={{ xs: 1, sm: 2 }} gap="400">
          <Select
            label={ruleWords.shipping.label}
            options={[
              { value: "free", label: ruleWords.shipping.free },
              { value: "price", label: ruleWords.shipping.price },
            ]}
            value={form.shipping}
            onChange={(value) => set({ shipping: value === "price" ? "price" : "free" })}
          />
          {form.shipping === "price" ? (
            <TextField
              id="shippingPrice"
              label={ruleWords.shipping.amount}
              value={form.shippingPrice}
              onChange={(shippingPrice) => set({ shippingPrice })}
              inputMode="decimal"
              prefix={currency}
              autoComplete="off"
              error={problems.shippingPrice}
            />
          ) : null}
        </InlineGrid>
      </BlockStack>
    </Card>
  );
}
