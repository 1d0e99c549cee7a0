import { BlockStack, Card, Text } from "@shopify/polaris";
import type { Currency } from "#app/core/values/currency.ts";
import { moneyFromDecimal } from "#app/core/values/money.ts";
import type { Format } from "../format.tsx";
import { paidOn } from "./form-surfaces.ts";
import { offerPriceText, percentTyped } from "./offer-text.ts";
import type { RuleForm } from "./rule-form.ts";
import { ruleWords } from "./words.ts";

const words = ruleWords.aloud;

/** The rule as one sentence, as it stands in the fields: what a merchant checks before publishing. */
export function ReadAloud({
  form,
  currency,
  format,
}: {
  readonly form: RuleForm;
  readonly currency: Currency;
  readonly format: Format;
}) {
  const sentence = sentenceOf(form, currency, format);
  return (
    <Card>
      <BlockStack gap="300">
        <Text as="h2" variant="headingSm">
          {words.title}
        </Text>
        {sentence ? (
          <Text as="p" variant="bodyLg" breakWord>
            {sentence}
          </Text>
        ) : (
          <Text as="p" tone="subdued">
            {words.unfinished}
          </Text>
        )}
      </BlockStack>
    </Card>
  );
}

/** Undefined while a part of it is missing or is no price. */
function sentenceOf(form: RuleForm, currency: Currency, format: Format): string | undefined {
  const { triggers, offered } = form;
  const shipping = shippingText(form, currency, format);
  if (triggers.length === 0 || !offered || percentTyped(form) === undefined || !shipping) return undefined;
  const titles = new Intl.ListFormat("en", { type: "disjunction" }).format(triggers.map(({ title }) => title));
  const when = `${words.when[paidOn(form.surfaces)]} ${triggers.length > 1 ? `${words.anyOf} ` : ""}${titles}`;
  const price = offerPriceText(form, format).replace(" → ", ", ");
  const quantity = form.quantityMost === "1" ? words.one : words.upTo(form.quantityMost);
  return `${when}${words.offer[paidOn(form.surfaces)]} ${offered.title}: ${[price, quantity, shipping].filter(Boolean).join(", ")}.`;
}

function shippingText(form: RuleForm, currency: Currency, format: Format): string | undefined {
  if (form.shipping === "free") return words.free;
  const price = moneyFromDecimal(form.shippingPrice.trim().replace(",", "."), currency);
  return price && words.shipped(format.money(price));
}
