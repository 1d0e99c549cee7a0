import { createSigner } from "fast-jwt";
import type { Acceptance, Change, ChangeDiscount } from "#app/core/acceptance/acceptance.ts";
import type { Instant } from "#app/core/values/instant.ts";
import { unreachable } from "#app/core/values/invariant.ts";
import { decimalOf } from "#app/core/values/money.ts";

/**
 * How a signed changeset spells the variant's id. The package's types say `variantId` (0.13.5, for the unsigned object
 * that `calculateChangeset` takes); shopify.dev/docs/apps/build/checkout/product-offers/build-a-post-purchase-offer
 * and the public apps made from it sign `variantID`, and those take money. Not documented for the token: to be confirmed
 * on a development store.
 */
const VARIANT_ID = "variantID";

/**
 * How long a signed changeset may be used. `exp` is optional for Shopify and no sample sets it: if a development store
 * shows that it is refused, it goes.
 */
const LIFE_SECONDS = 300;

/** `iat` is in seconds, as RFC 7519 has it. Nine of ten public apps send milliseconds; which Shopify wants is not documented. */
const MS_PER_IAT_UNIT = 1000;

/**
 * Our `amount` is off the whole line, all pieces together, and is signed as that: what Shopify takes a `fixed_amount` off
 * is documented nowhere (state: November 2026) and to be confirmed on a development store. Should it be each piece, a line
 * of several costs less than was shown, never more; then the amount for one piece is to be signed here.
 */
const OFF_THE_LINE = "fixed_amount";

/**
 * Signs an acceptance's changes as the token that `calculateChangeset` and `applyChangeset` take. Signed again, the
 * same acceptance has the same `jti` and changes and a new `iat` and `exp`: Shopify applies a `jti` once.
 * To be signed only after the purchase is paid: Shopify refuses an older `iat`.
 * Source: shopify.dev/docs/api/checkout-extensions/post-purchase/jwt-specification.
 */
export function changesetSigner({ apiKey, apiSecret }: { readonly apiKey: string; readonly apiSecret: string }) {
  const sign = createSigner({ key: apiSecret, algorithm: "HS256" });
  return ({ reference, jti, changes }: Pick<Acceptance, "reference" | "jti" | "changes">, now: Instant): string => {
    const iat = Math.floor(now / MS_PER_IAT_UNIT);
    return sign({ iss: apiKey, sub: reference, iat, exp: iat + LIFE_SECONDS, jti, changes: changes.map(wireChange) });
  };
}

export type SignChangeset = ReturnType<typeof changesetSigner>;

function wireChange(change: Change): Readonly<Record<string, unknown>> {
  switch (change.type) {
    case "add_variant": {
      const { discount } = change;
      return {
        type: "add_variant",
        [VARIANT_ID]: Number(change.variant),
        quantity: change.quantity,
        ...(discount && { discount: wireDiscount(discount) }),
      };
    }
    case "add_shipping_line":
      return {
        type: "add_shipping_line",
        price: Number(decimalOf(change.price)),
        title: change.title,
        presentmentTitle: change.title,
      };
    default:
      return unreachable(change);
  }
}

function wireDiscount(discount: ChangeDiscount): Readonly<Record<string, unknown>> {
  const { title } = discount;
  return discount.kind === "percent"
    ? { value: discount.percent, valueType: "percentage", title }
    : { value: Number(decimalOf(discount.off)), valueType: OFF_THE_LINE, title };
}
