import type { Catalog } from "../catalog/catalog.ts";
import type { ChosenOffer, OfferedProduct, OfferedVariant } from "../decision/decision.ts";
import type { ProductId } from "../values/ids.ts";
import { invariant } from "../values/invariant.ts";
import { isMoreThan, type Money, minus, sum, times } from "../values/money.ts";
import type { AcceptedItem, Pick as PickedItems, Ticket } from "./acceptance.ts";
import { chargesFor, variantNow } from "./priced-now.ts";

/** Whether a pick may be charged as it was shown. */
export type PickVerdict =
  | { readonly kind: "ok"; readonly items: readonly PricedItem[] }
  /** The ticket never offered that: a forged request, not a shopper's mistake. */
  | { readonly kind: "not-allowed" }
  /** Of a bundle it is the first item that can't be had: none of it is charged then. */
  | { readonly kind: "unavailable"; readonly why: "gone" | "sold-out"; readonly product: ProductId }
  /** It costs more by now: the new price must be shown before anything is charged. */
  | { readonly kind: "price-changed" };

/** An item of the pick; `quantity` counts single pieces, all amounts are for them together. */
export interface PricedItem extends AcceptedItem {
  /** What the shop asks for them now, without the offer. */
  readonly price: Money;
  /** What the offer takes off that, so that never more is charged than was shown. */
  readonly off: Money;
}

/**
 * The pick held against the ticket, then, item by item, against the shop's products as they are now. A price that fell is
 * "ok": the discount is taken off the price of now, so that less is charged than was shown, never more.
 */
export function checkPick(
  { offer, discount }: Ticket,
  pick: PickedItems,
  { catalog }: { readonly catalog: Pick<Catalog, "products"> },
): PickVerdict {
  const chosen = chosenIn(offer, pick);
  if (!chosen) return { kind: "not-allowed" };
  const prices: Money[] = [];
  for (const { product, shown, times: quantity } of chosen) {
    const now = variantNow(product, shown, quantity, catalog);
    if (now.kind !== "sellable") return { kind: "unavailable", why: now.kind, product: product.product };
    prices.push(now.price);
  }
  const charges = chargesFor(prices, offer, discount);
  const shownAmounts = chosen.map(({ shown }) => shown.offerPrice);
  if (isMoreThan(total(charges), total(shownAmounts))) return { kind: "price-changed" };
  return { kind: "ok", items: chosen.map((one, index) => pricedItem(one, prices[index], charges[index])) };
}

export interface Chosen {
  readonly product: OfferedProduct;
  readonly shown: OfferedVariant;
  /** Of the product's pieces. */
  readonly times: number;
}

/** What of the offer was picked: one item of one product, or every item of a bundle with exactly its pieces. */
export function chosenIn({ arrangement, products }: ChosenOffer, pick: PickedItems): Chosen[] | undefined {
  if (arrangement === "together") {
    const whole = products.flatMap((product) =>
      product.variants
        .filter(({ variant }) => pick.some((item) => item.variant === variant && item.quantity === product.pieces))
        .map((shown) => ({ product, shown, times: 1 })),
    );
    const isWhole = whole.length === products.length && pick.length === products.length;
    return isWhole && new Set(pick.map(({ variant }) => variant)).size === pick.length ? whole : undefined;
  }
  const [item] = pick;
  if (!item || pick.length > 1) return undefined;
  for (const product of products) {
    const shown = product.variants.find(({ variant }) => variant === item.variant);
    if (!shown) continue;
    const isAllowed = item.quantity >= 1 && item.quantity <= shown.quantityMost;
    return isAllowed ? [{ product, shown, times: item.quantity }] : undefined;
  }
  return undefined;
}

function pricedItem({ product, shown, times: quantity }: Chosen, price?: Money, charge?: Money): PricedItem {
  invariant(price && charge, "every chosen item has been priced");
  return {
    product: product.product,
    variant: shown.variant,
    quantity: product.pieces * quantity,
    amount: times(shown.offerPrice, quantity),
    price: times(price, quantity),
    off: times(minus(price, charge), quantity),
  };
}

function total(amounts: readonly Money[]): Money {
  const [first] = amounts;
  invariant(first, "a pick has an item");
  return sum(amounts, first.currency);
}
