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
export const conditions = {
  [product.kind]: product,
  [variant.kind]: variant,
  [collection.kind]: collection,
  [tag.kind]: tag,
  [type.kind]: type,
  [vendor.kind]: vendor,
  [productMetafield.kind]: productMetafield,
  [quantity.kind]: quantity,
  [lineCount.kind]: lineCount,
  [orderValue.kind]: orderValue,
  [discountUsed.kind]: discountUsed,
  [discountPercent.kind]: discountPercent,
  [discountCode.kind]: discountCode,
  [currency.kind]: currency,
  [country.kind]: country,
  [region.kind]: region,
  [market.kind]: market,
  [language.kind]: language,
  [subscriptionLine.kind]: subscriptionLine,
  [giftCardLine.kind]: giftCardLine,
  [requiresShipping.kind]: requiresShipping,
  [customerTag.kind]: customerTag,
  [signedIn.kind]: signedIn,
  [firstOrder.kind]: firstOrder,
  [orderCount.kind]: orderCount,
  [lifetimeSpend.kind]: lifetimeSpend,
  [daysSinceLastOrder.kind]: daysSinceLastOrder,
  [boughtBefore.kind]: boughtBefore,
  [answeredOffer.kind]: answeredOffer,
  [paymentMethod.kind]: paymentMethod,
  [shippingMethod.kind]: shippingMethod,
  [salesChannel.kind]: salesChannel,
  [utm.kind]: utm,
  [landingPage.kind]: landingPage,
  [referrer.kind]: referrer,
  [device.kind]: device,
  [date.kind]: date,
  [weekday.kind]: weekday,
  [hour.kind]: hour,
  [randomShare.kind]: randomShare,
} as const;

type Conditions = typeof conditions;
export type ConditionKind = keyof Conditions;

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
