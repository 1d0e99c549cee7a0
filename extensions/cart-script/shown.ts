import type { PurchaseBody } from "#app/contracts/surfaces.ts";
import type { SurfaceOffer } from "#app/core/extract/surface-offer.ts";
import type { Money } from "#app/core/values/money.ts";
import { fromAjax } from "./cart-money.ts";
import type { Choice } from "./offer-choices.ts";
import { type Cart, markedLines } from "./shop-cart.ts";

/** The offer as it stands in front of the shopper. */
export interface Shown {
  readonly offer: SurfaceOffer;
  readonly choices: readonly Choice[];
  readonly picked: number;
  readonly codes: readonly string[];
  readonly mark: string;
  readonly purchase: PurchaseBody;
  readonly status: "offered" | "adding" | "added" | "removing";
  /** What its lines cost in the cart, once they are there. */
  readonly paid?: Money | undefined;
  readonly notice?: "notAdded" | "notRemoved" | "otherPrice" | undefined;
  readonly totalWithIt?: Money | undefined;
}

/** What the shopper reads once a change is through: by what is in the cart, not by what was asked of it. */
export function outcomeOf(
  shown: Shown,
  asked: "adding" | "removing",
  paid: Money | undefined,
  cart: Cart | undefined,
): Shown {
  const choice = shown.choices[shown.picked];
  if (!paid) {
    const notice = asked === "adding" ? ("notAdded" as const) : undefined;
    return { ...shown, status: "offered", paid, notice, totalWithIt: cart && totalWith(cart, choice) };
  }
  const isDearer = choice !== undefined && paid.minor > choice.now.minor;
  const notice = asked === "removing" ? ("notRemoved" as const) : isDearer ? ("otherPrice" as const) : undefined;
  return { ...shown, status: "added", paid, notice };
}

/** What the marked lines cost in the cart, undefined where there are none. */
export function paidFor(cart: Cart, mark: string): Money | undefined {
  const lines = markedLines(cart, mark);
  const total = lines.reduce((sum, { final_line_price }) => sum + final_line_price, 0);
  return lines.length > 0 ? fromAjax(total, cart.currency) : undefined;
}

/** What the cart comes to with it: unknown where discounts of the whole cart would change with it. */
export function totalWith(cart: Cart, choice: Choice | undefined): Money | undefined {
  if (!choice || (cart.cart_level_discount_applications ?? []).length > 0) return undefined;
  const { minor, currency } = fromAjax(cart.total_price, cart.currency);
  return { minor: minor + choice.now.minor, currency };
}
