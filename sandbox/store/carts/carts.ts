import { randomBytes } from "node:crypto";
import type { Currency } from "#app/core/values/currency.ts";
import { minus, sum } from "#app/core/values/money.ts";
import { followCart, openCheckout } from "../checkout/checkouts.ts";
import type { Engine } from "../engine.ts";
import { contextFrom } from "../markets/markets.ts";
import type { BuyerContext, Cart, CartAnswer, CartChange, CartRefusal, StoredCart, StoredLine } from "../state/cart.ts";
import type { StoredCheckout } from "../state/checkout.ts";
import { type Lines, withAttributes, withChangedLine, withLine } from "./lines.ts";
import { discounted, undiscounted } from "./price-lines.ts";

export function openCart(engine: Engine, context: Partial<BuyerContext> = {}): StoredCart {
  const at = engine.now();
  const cart: StoredCart = {
    token: randomBytes(16).toString("hex"),
    openedAt: at,
    updatedAt: at,
    lines: [],
    attributes: [],
    note: "",
    codes: [],
    context: contextFrom(context),
    customerId: undefined,
    checkoutToken: undefined,
  };
  engine.state.carts[cart.token] = cart;
  engine.changed();
  return cart;
}

/** The cart with the change, or why there is none; then it stays as it was. */
export function changeCart(engine: Engine, cart: StoredCart, change: CartChange): CartAnswer {
  const before = cart.lines;
  const refusal = apply(engine, cart, change);
  if (refusal) return refusal;
  cart.updatedAt = engine.now();
  engine.changed();
  const worked = workOutCart(engine, cart);
  const longer = (line: StoredLine) => (before.find(({ id }) => id === line.id)?.quantity ?? 0) < line.quantity;
  return { kind: "changed", cart: worked, added: change.kind === "add" ? worked.lines.filter(longer) : [] };
}

function apply(engine: Engine, cart: StoredCart, change: CartChange): CartRefusal | undefined {
  switch (change.kind) {
    case "add": {
      const start: Lines = { kind: "lines", lines: cart.lines };
      return keep(
        cart,
        change.lines.reduce<Lines>(
          (lines, line) => (lines.kind === "lines" ? withLine(engine, lines.lines, line) : lines),
          start,
        ),
      );
    }
    case "change-line":
      return keep(cart, withChangedLine(engine, cart.lines, change));
    case "attributes":
      cart.attributes = withAttributes(cart.attributes, change.attributes);
      return undefined;
    case "note":
      cart.note = change.note;
      return undefined;
    case "codes":
      cart.codes = cleanCodes(change.codes);
      return undefined;
    case "context":
      cart.context = contextFrom({ ...cart.context, ...change.context });
      return undefined;
    case "customer":
      cart.customerId = change.customerId;
      return undefined;
    case "clear":
      cart.lines = [];
      return undefined;
  }
}

/** Prices, discounts and what is still sold, as they are now. */
export function workOutCart(engine: Engine, stored: StoredCart): Cart {
  const { token, attributes, note, context, customerId, codes } = stored;
  const { country, currency } = context;
  const bare = undiscounted(engine, stored.lines, currency);
  const priced = discounted(engine, bare, { currency, codes, customerId, country, shipping: undefined });
  const all = (amounts: readonly Parameters<typeof minus>[0][]) => sum(amounts, currency as Currency);
  const originalTotal = all(priced.lines.map((line) => line.originalTotal));
  const total = all(priced.lines.map((line) => line.total));
  return {
    token,
    lines: priced.lines,
    attributes,
    note,
    context,
    customerId,
    codes: priced.codes,
    discounts: priced.discounts,
    originalTotal,
    discountTotal: minus(originalTotal, total),
    total,
    pieces: priced.lines.reduce((count, { quantity }) => count + quantity, 0),
    requiresShipping: priced.lines.some((line) => line.requiresShipping),
  };
}

/** The cart's checkout as the cart is now, a new one where there is none that is unpaid. Undefined for an empty cart. */
export function checkoutOfCart(engine: Engine, cart: StoredCart): StoredCheckout | undefined {
  if (cart.lines.length === 0) return undefined;
  const last = cart.checkoutToken === undefined ? undefined : engine.state.checkouts[cart.checkoutToken];
  const checkout = last && last.orderId === undefined ? last : openCheckout(engine, [], {}, cart.token);
  followCart(engine, checkout, cart);
  cart.checkoutToken = checkout.token;
  return checkout;
}

/** Each once, in the order given; capitals and small letters are one. */
export function cleanCodes(codes: readonly string[]): string[] {
  const kept = new Map<string, string>();
  for (const code of codes.map((each) => each.trim()).filter(Boolean)) {
    if (!kept.has(code.toLowerCase())) kept.set(code.toLowerCase(), code);
  }
  return [...kept.values()];
}

function keep(cart: StoredCart, lines: Lines): CartRefusal | undefined {
  if (lines.kind === "refused") return lines;
  cart.lines = lines.lines;
  return undefined;
}
