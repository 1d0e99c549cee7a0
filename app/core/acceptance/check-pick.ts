import { type Catalog, canSell } from "../catalog/catalog.ts";
import { offerPriceOf } from "../decision/chosen-offer.ts";
import type { OfferedVariant } from "../decision/decision.ts";
import { isMoreThan } from "../values/money.ts";
import type { Pick, Ticket } from "./acceptance.ts";

/** Whether a pick may be charged as it was shown. */
export type PickVerdict =
  | { readonly kind: "ok"; readonly variant: OfferedVariant }
  /** The ticket never offered that: a forged request, not a shopper's mistake. */
  | { readonly kind: "not-allowed" }
  /** "gone" also when it is sold in another currency by now: what was shown has no price any more. */
  | { readonly kind: "unavailable"; readonly why: "gone" | "sold-out" }
  /** It costs more by now: the new price must be shown before anything is charged. */
  | { readonly kind: "price-changed" };

/**
 * The pick held against the ticket, then against the shop's products as they are now. A price that fell is "ok": the
 * discount is a percentage, so Shopify charges less than was shown, never more.
 */
export function checkPick({ offer }: Ticket, pick: Pick, { catalog }: { readonly catalog: Catalog }): PickVerdict {
  const shown = offer.variants.find(({ variant }) => variant === pick.variant);
  if (!shown || pick.quantity < 1 || pick.quantity > shown.quantityMost) return { kind: "not-allowed" };
  const product = catalog.products.get(offer.product);
  const now = product?.variants.find(({ id }) => id === pick.variant);
  const isPricedAsShown = now?.price.currency === shown.offerPrice.currency;
  if (product?.status !== "active" || !now || !isPricedAsShown) return { kind: "unavailable", why: "gone" };
  if (!canSell(now.stock, pick.quantity)) return { kind: "unavailable", why: "sold-out" };
  const risen = isMoreThan(offerPriceOf(now.price, offer.discountPercent), shown.offerPrice);
  return risen ? { kind: "price-changed" } : { kind: "ok", variant: shown };
}
