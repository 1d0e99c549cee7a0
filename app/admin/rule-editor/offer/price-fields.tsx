import { BlockStack, InlineGrid, Select, Text } from "@shopify/polaris";
import { offerPriceOf } from "#app/core/decision/offer-price.ts";
import type { Discount } from "#app/core/rules/rulebook.ts";
import { minorDigitsOf } from "#app/core/values/currency.ts";
import { useFormat } from "../../format.tsx";
import { useSay } from "../../say.tsx";
import { useEditing, useField } from "../editing.tsx";
import { NumberField } from "../fields/number-field.tsx";
import { type Place, valueAt } from "../places.ts";
import { AmountsFields } from "./amounts-fields.tsx";
import { chosenIn, discountIn, namesProducts, type OfferDocument } from "./offer-document.ts";
import { priceWords } from "./price-words.ts";
import { priceOfBundle, resultingPrices } from "./resulting-price.ts";

const DISCOUNTS = ["none", "percent", "amount", "fixed-price"] as const satisfies readonly Discount["kind"][];

/** What is taken off, and the price that the offered product comes to. */
export function PriceFields({ place }: { readonly place: Place }) {
  const say = useSay();
  const { document, shop, set } = useEditing();
  const at = `${place}.discount`;
  const { control } = useField<Discount["kind"]>(`${at}.kind`);
  const offer = valueAt(document, place) as OfferDocument;
  const isBundle = (offer.source as OfferDocument | undefined)?.kind === "bundle";
  const kind = DISCOUNTS.find((one) => one === (offer.discount as OfferDocument | undefined)?.kind) ?? "none";
  const begin = (chosen: Discount["kind"]) => {
    const amounts = [{ minor: "", currency: shop.currency }];
    if (chosen === "percent") return { kind: chosen, percent: "" };
    if (chosen === "amount") return { kind: chosen, amounts };
    return chosen === "fixed-price" ? { kind: chosen, prices: amounts } : { kind: chosen };
  };
  return (
    <InlineGrid columns={{ xs: 1, sm: 2 }} gap="400">
      <Select
        {...control}
        label={say("offer.discount")}
        options={DISCOUNTS.map((one) => ({ value: one, label: say(`offer.discount.${one}`) }))}
        value={kind}
        onChange={(chosen) => set(at, begin(chosen as Discount["kind"]))}
      />
      <BlockStack gap="100">
        {kind === "percent" ? (
          <NumberField place={`${at}.percent`} label={say("offer.discount.percent.label")} suffix="%" />
        ) : null}
        {kind === "amount" ? (
          <AmountsFields
            place={`${at}.amounts`}
            label={say(isBundle ? "offer.discount.amount.whole" : "offer.discount.amount.label")}
          />
        ) : null}
        {kind === "fixed-price" ? (
          <AmountsFields
            place={`${at}.prices`}
            label={say(isBundle ? "offer.discount.fixed-price.whole" : "offer.discount.fixed-price.label")}
          />
        ) : null}
        <div aria-live="polite">
          <PriceLine offer={offer} />
        </div>
      </BlockStack>
    </InlineGrid>
  );
}

/** What the product that is tried first comes to; where only the purchase knows which that is, an example. */
function PriceLine({ offer }: { readonly offer: OfferDocument }) {
  const say = useSay();
  const { shop, products } = useEditing();
  const format = useFormat(shop.timezone);
  const isBundle = (offer.source as OfferDocument | undefined)?.kind === "bundle";
  const chosen = chosenIn(offer.source);
  const price = isBundle ? priceOfBundle(offer, products) : resultingPrices(offer, products)[0];
  const words = priceWords(price, say, format);
  const [first] = chosen;
  if (words !== "" && first) {
    const title = products.get(first.product)?.title ?? "";
    return (
      <BlockStack>
        <Text as="p" fontWeight="semibold">
          {words}
        </Text>
        {chosen.length > 1 ? (
          <Text as="p" tone="subdued" breakWord>
            {isBundle ? say("offer.price.of-bundle") : say("offer.price.of", { product: title })}
          </Text>
        ) : null}
      </BlockStack>
    );
  }
  const discount = discountIn(offer.discount);
  if (chosen.length > 0 || !discount || discount.kind === "none") return null;
  // A merchant who chooses the products has not done so yet.
  const key = namesProducts(offer.source) ? "offer.price.example.chosen" : "offer.price.example";
  const example = { minor: 20 * 10 ** minorDigitsOf(shop.currency), currency: shop.currency };
  return (
    <Text as="p" tone="subdued">
      {say(key, { was: format.money(example), now: format.money(offerPriceOf(example, discount)) })}
    </Text>
  );
}
