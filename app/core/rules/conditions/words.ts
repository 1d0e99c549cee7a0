import type { Catalog } from "../../catalog/catalog.ts";
import type { Facts } from "../../facts/facts.ts";
import { answeredOfferWords } from "./answered-offer.words.ts";
import { boughtBeforeWords } from "./bought-before.words.ts";
import { collectionWords } from "./collection.words.ts";
import type { ConditionWords, Names } from "./condition-words.ts";
import { countryWords } from "./country.words.ts";
import { currencyWords } from "./currency.words.ts";
import { customerTagWords } from "./customer-tag.words.ts";
import { dateWords } from "./date.words.ts";
import { daysSinceLastOrderWords } from "./days-since-last-order.words.ts";
import { deviceWords } from "./device.words.ts";
import { discountCodeWords } from "./discount-code.words.ts";
import { discountPercentWords } from "./discount-percent.words.ts";
import { discountUsedWords } from "./discount-used.words.ts";
import { firstOrderWords } from "./first-order.words.ts";
import { giftCardLineWords } from "./gift-card-line.words.ts";
import { hourWords } from "./hour.words.ts";
import type { ConditionKind, ConditionSpec } from "./index.ts";
import { landingPageWords } from "./landing-page.words.ts";
import { languageWords } from "./language.words.ts";
import { lifetimeSpendWords } from "./lifetime-spend.words.ts";
import { lineCountWords } from "./line-count.words.ts";
import { marketWords } from "./market.words.ts";
import { orderCountWords } from "./order-count.words.ts";
import { orderValueWords } from "./order-value.words.ts";
import { paymentMethodWords } from "./payment-method.words.ts";
import { productWords } from "./product.words.ts";
import { productMetafieldWords } from "./product-metafield.words.ts";
import { quantityWords } from "./quantity.words.ts";
import { randomShareWords } from "./random-share.words.ts";
import { referrerWords } from "./referrer.words.ts";
import { regionWords } from "./region.words.ts";
import { requiresShippingWords } from "./requires-shipping.words.ts";
import { salesChannelWords } from "./sales-channel.words.ts";
import { shippingMethodWords } from "./shipping-method.words.ts";
import { signedInWords } from "./signed-in.words.ts";
import { subscriptionLineWords } from "./subscription-line.words.ts";
import { tagWords } from "./tag.words.ts";
import { typeWords } from "./type.words.ts";
import { utmWords } from "./utm.words.ts";
import { variantWords } from "./variant.words.ts";
import { vendorWords } from "./vendor.words.ts";
import { weekdayWords } from "./weekday.words.ts";

/** What is said about each condition. */
export const conditionWords: { readonly [Kind in ConditionKind]: ConditionWords<Kind> } = {
  product: productWords,
  variant: variantWords,
  collection: collectionWords,
  tag: tagWords,
  type: typeWords,
  vendor: vendorWords,
  "product-metafield": productMetafieldWords,
  quantity: quantityWords,
  "line-count": lineCountWords,
  "order-value": orderValueWords,
  "discount-used": discountUsedWords,
  "discount-percent": discountPercentWords,
  "discount-code": discountCodeWords,
  currency: currencyWords,
  country: countryWords,
  region: regionWords,
  market: marketWords,
  language: languageWords,
  "subscription-line": subscriptionLineWords,
  "gift-card-line": giftCardLineWords,
  "requires-shipping": requiresShippingWords,
  "customer-tag": customerTagWords,
  "signed-in": signedInWords,
  "first-order": firstOrderWords,
  "order-count": orderCountWords,
  "lifetime-spend": lifetimeSpendWords,
  "days-since-last-order": daysSinceLastOrderWords,
  "bought-before": boughtBeforeWords,
  "answered-offer": answeredOfferWords,
  "payment-method": paymentMethodWords,
  "shipping-method": shippingMethodWords,
  "sales-channel": salesChannelWords,
  utm: utmWords,
  "landing-page": landingPageWords,
  referrer: referrerWords,
  device: deviceWords,
  date: dateWords,
  weekday: weekdayWords,
  hour: hourWords,
  "random-share": randomShareWords,
};

/** "bought any of Regency Teacup, Rose Teapot" */
export function conditionSentence(spec: ConditionSpec, names: Names): string {
  return wordsOf(spec).sentence(spec, names);
}

/** The value that was compared, as JSON. */
export function comparedIn(spec: ConditionSpec, facts: Facts, catalog: Catalog): unknown {
  return wordsOf(spec).was(spec, facts, catalog);
}

/** The words of a kind take the spec of that kind: the record above says so, which the compiler cannot follow here. */
function wordsOf(spec: ConditionSpec): ConditionWords<ConditionSpec["kind"]> {
  return conditionWords[spec.kind] as unknown as ConditionWords<ConditionSpec["kind"]>;
}
