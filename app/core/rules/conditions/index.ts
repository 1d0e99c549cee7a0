import { answeredOffer } from "./answered-offer.ts";
import { boughtBefore } from "./bought-before.ts";
import { collection } from "./collection.ts";
import type { Condition } from "./condition.ts";
import { country } from "./country.ts";
import { currency } from "./currency.ts";
import { customerTag } from "./customer-tag.ts";
import { date } from "./date.ts";
import { daysSinceLastOrder } from "./days-since-last-order.ts";
import { device } from "./device.ts";
import { discountCode } from "./discount-code.ts";
import { discountPercent } from "./discount-percent.ts";
import { discountUsed } from "./discount-used.ts";
import { firstOrder } from "./first-order.ts";
import { giftCardLine } from "./gift-card-line.ts";
import { hour } from "./hour.ts";
import { landingPage } from "./landing-page.ts";
import { language } from "./language.ts";
import { lifetimeSpend } from "./lifetime-spend.ts";
import { lineCount } from "./line-count.ts";
import { market } from "./market.ts";
import { orderCount } from "./order-count.ts";
import { orderValue } from "./order-value.ts";
import { paymentMethod } from "./payment-method.ts";
import { product } from "./product.ts";
import { productMetafield } from "./product-metafield.ts";
import { quantity } from "./quantity.ts";
import { randomShare } from "./random-share.ts";
import { referrer } from "./referrer.ts";
import { region } from "./region.ts";
import { requiresShipping } from "./requires-shipping.ts";
import { salesChannel } from "./sales-channel.ts";
import { shippingMethod } from "./shipping-method.ts";
import { signedIn } from "./signed-in.ts";
import { subscriptionLine } from "./subscription-line.ts";
import { tag } from "./tag.ts";
import { type } from "./type.ts";
import { utm } from "./utm.ts";
import { variant } from "./variant.ts";
import { vendor } from "./vendor.ts";
import { weekday } from "./weekday.ts";

/** Every condition there is. To add one: write its file and its `.words.ts`, and name it here and in `words.ts`. */
const all = [
  product,
  variant,
  collection,
  tag,
  type,
  vendor,
  productMetafield,
  quantity,
  lineCount,
  orderValue,
  discountUsed,
  discountPercent,
  discountCode,
  currency,
  country,
  region,
  market,
  language,
  subscriptionLine,
  giftCardLine,
  requiresShipping,
  customerTag,
  signedIn,
  firstOrder,
  orderCount,
  lifetimeSpend,
  daysSinceLastOrder,
  boughtBefore,
  answeredOffer,
  paymentMethod,
  shippingMethod,
  salesChannel,
  utm,
  landingPage,
  referrer,
  device,
  date,
  weekday,
  hour,
  randomShare,
] as const;

type AnyCondition = (typeof all)[number];
export type ConditionKind = AnyCondition["kind"];
type Conditions = { readonly [Kind in ConditionKind]: Extract<AnyCondition, { readonly kind: Kind }> };

/** By kind. */
export const conditions = Object.fromEntries(all.map((one) => [one.kind, one])) as unknown as Conditions;

/** A condition as a rule writes it: its kind and its parameters, side by side. */
export type ConditionSpec = {
  [Kind in ConditionKind]: Conditions[Kind] extends Condition<Kind, infer Parameters, infer _Prepared>
    ? { readonly kind: Kind } & Parameters
    : never;
}[ConditionKind];

/** What `compile` made of a condition's parameters; only its own `holds` knows what is in it. */
declare const prepared: unique symbol;
export type Prepared = { readonly [prepared]: true };

export function prepare(spec: ConditionSpec): Prepared {
  const condition = conditions[spec.kind] as unknown as Condition<string, ConditionSpec, Prepared>;
  return condition.prepare ? condition.prepare(spec) : (spec as unknown as Prepared);
}

/** The `holds` of a kind, for parameters that `prepare` made of the same kind. */
export function holdsOf(kind: ConditionKind): Condition<string, ConditionSpec, Prepared>["holds"] {
  return conditions[kind].holds as unknown as Condition<string, ConditionSpec, Prepared>["holds"];
}
