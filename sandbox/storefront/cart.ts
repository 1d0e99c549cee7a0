import type { SandboxStore } from "../store/sandbox-store.ts";
import type { StoredProduct, StoredVariant } from "../store/state/product.ts";

/** What the shopper means to buy, by variant, in the order it was put in. */
export type Cart = ReadonlyMap<number, number>;

export interface CartLine {
  readonly product: StoredProduct;
  readonly variant: StoredVariant;
  readonly quantity: number;
}

/** A cookie holds 4 KB: 150 lines of 14-digit ids fit. */
const MOST_LINES = 150;
const MOST_PIECES = 999;

/** "44111270554465x2_44110782181151x1"; what is not of this form is left out. */
export function parseCart(cookie: string | undefined): Cart {
  const lines = (cookie ?? "").split("_").flatMap((line): [number, number][] => {
    const [, id, quantity] = /^(\d{1,15})x(\d{1,3})$/.exec(line) ?? [];
    return id && quantity && Number(quantity) > 0 ? [[Number(id), Number(quantity)]] : [];
  });
  return new Map(lines.slice(0, MOST_LINES));
}

export function cartCookie(cart: Cart): string {
  return [...cart].map(([id, quantity]) => `${id}x${quantity}`).join("_");
}

/** The cart with this many of the variant; 0 takes it out. */
export function withQuantity(cart: Cart, variantId: number, quantity: number): Cart {
  const next = new Map(cart);
  if (quantity < 1) next.delete(variantId);
  else if (next.has(variantId) || next.size < MOST_LINES) next.set(variantId, Math.min(quantity, MOST_PIECES));
  return next;
}

export function piecesIn(cart: Cart): number {
  return [...cart.values()].reduce((sum, quantity) => sum + quantity, 0);
}

/** The lines whose variants the shop still has. */
export function linesOf(cart: Cart, store: SandboxStore): CartLine[] {
  return [...cart].flatMap(([id, quantity]) => {
    const found = store.variant(id);
    return found ? [{ ...found, quantity }] : [];
  });
}
