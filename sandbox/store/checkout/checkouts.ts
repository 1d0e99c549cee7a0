import { randomBytes } from "node:crypto";
import type { Currency } from "#app/core/values/currency.ts";
import { type Money, minus, sum, zero } from "#app/core/values/money.ts";
import { cleanAttributes, newLineId } from "../carts/lines.ts";
import { discounted, undiscounted } from "../carts/price-lines.ts";
import { customerOf } from "../customers.ts";
import type { Engine } from "../engine.ts";
import { contextFrom, converted } from "../markets/markets.ts";
import { variantOf } from "../products.ts";
import type { NewLine, StoredCart, StoredLine } from "../state/cart.ts";
import type { Checkout, CheckoutProblem, CheckoutStart, ShippingMethod, StoredCheckout } from "../state/checkout.ts";
import { shippingMethodsFor } from "./shipping.ts";
import { taxLinesTogether, taxOn, taxTotal } from "./taxes.ts";

/** A new checkout for lines of variants that can be bought once; those that are alike are put together. */
export function openCheckout(
  engine: Engine,
  lines: readonly NewLine[],
  start: CheckoutStart = {},
  cartToken = randomBytes(16).toString("hex"),
): StoredCheckout {
  const { country, currency } = contextFrom(start);
  const checkout: StoredCheckout = {
    token: randomBytes(16).toString("hex"),
    cartToken,
    openedAt: engine.now(),
    lines: openingLines(engine, lines),
    attributes: cleanAttributes(start.attributes ?? []),
    note: start.note ?? "",
    codes: start.codes ?? [],
    customerId: start.customerId,
    email: engine.state.customers.find(({ id }) => id === start.customerId)?.email ?? "",
    country,
    address: undefined,
    shippingMethod: undefined,
    language: start.language ?? "en-GB",
    presentmentCurrency: currency,
    orderId: undefined,
    postPurchase: { vaultedCard: undefined, appliedChangesets: [] },
  };
  engine.state.checkouts[checkout.token] = checkout;
  engine.changed();
  return checkout;
}

/** Takes over what the cart is now; country and language only where it says so itself, the shopper's own word stays. */
export function followCart(engine: Engine, checkout: StoredCheckout, cart: StoredCart): void {
  const isNew = checkout.lines.length === 0;
  checkout.lines = cart.lines;
  checkout.attributes = cart.attributes;
  checkout.note = cart.note;
  checkout.codes = cart.codes;
  checkout.presentmentCurrency = cart.context.currency;
  if (isNew) {
    checkout.country = cart.context.country;
    checkout.language = cart.context.language;
  }
  if (cart.customerId !== undefined) {
    checkout.customerId = cart.customerId;
    checkout.email ||= engine.state.customers.find(({ id }) => id === cart.customerId)?.email ?? "";
  }
  engine.changed();
}

/** Prices as they are now, for a paid checkout too: what was paid stands in the order. */
export function workOut(engine: Engine, stored: StoredCheckout): Checkout {
  const currency = stored.presentmentCurrency as Currency;
  const none = zero(currency);
  const bare = undiscounted(engine, stored.lines, currency);
  const needsShipping = bare.some((line) => line.requiresShipping);
  const methods = needsShipping ? shippingIn(engine, stored.country, currency) : [];
  const method = methods.find(({ id }) => id === stored.shippingMethod) ?? methods[0];
  const fullShipping = method?.price ?? none;
  const customerId = stored.customerId ?? customerOf(engine, stored.email)?.id;
  const { codes, country } = stored;
  const priced = discounted(engine, bare, { currency, codes, customerId, country, shipping: method?.price });
  const lines = priced.lines.map((line) => ({
    ...line,
    tax: taxTotal(taxOn(line.total, country, isTaxable(engine, line.variantId)), line.total),
  }));
  const shipping = minus(fullShipping, priced.shippingOff);
  const all = (amounts: readonly Money[]) => sum(amounts, currency);
  const subtotal = all(lines.map((line) => line.total));
  const taxLines = taxLinesTogether([
    ...lines.flatMap((line) => taxOn(line.total, country, isTaxable(engine, line.variantId))),
    ...taxOn(shipping, country, true),
  ]);
  const tax = taxTotal(taxLines, none);
  return {
    token: stored.token,
    lines,
    email: stored.email,
    country,
    address: stored.address,
    language: stored.language,
    presentmentCurrency: currency,
    attributes: stored.attributes,
    note: stored.note,
    customerId,
    codes: priced.codes,
    discounts: priced.discounts,
    shippingMethods: methods,
    shippingMethod: method,
    subtotal,
    discountTotal: all([minus(all(lines.map((line) => line.originalTotal)), subtotal), priced.shippingOff]),
    shipping,
    taxLines,
    tax,
    total: all([subtotal, shipping, tax]),
    problems: stored.orderId === undefined ? problemsOf(engine, stored, method !== undefined && !method.pickup) : [],
    state: stored.orderId === undefined ? { kind: "open" } : { kind: "paid", orderId: stored.orderId },
  };
}

function openingLines(engine: Engine, wanted: readonly NewLine[]): StoredLine[] {
  const byKind = new Map<string, StoredLine>();
  for (const { variantId, quantity, attributes = [] } of wanted) {
    const found = variantOf(engine, variantId);
    if (!Number.isInteger(quantity) || quantity < 1 || !found || found.product.requiresSellingPlan) continue;
    const clean = cleanAttributes(attributes);
    const kind = JSON.stringify([variantId, clean]);
    const before = byKind.get(kind);
    byKind.set(kind, {
      id: before?.id ?? newLineId(),
      variantId,
      quantity: (before?.quantity ?? 0) + quantity,
      attributes: clean,
    });
  }
  return [...byKind.values()];
}

/** The methods with their prices in the shopper's currency. */
function shippingIn(engine: Engine, country: string, currency: string): ShippingMethod[] {
  return shippingMethodsFor(engine, country).map((method) => ({ ...method, price: converted(method.price, currency) }));
}

function isTaxable(engine: Engine, variantId: number): boolean {
  return variantOf(engine, variantId)?.variant.taxable ?? false;
}

function problemsOf(engine: Engine, stored: StoredCheckout, isSent: boolean): CheckoutProblem[] {
  const pieces = new Map<number, number>();
  for (const { variantId, quantity } of stored.lines) pieces.set(variantId, (pieces.get(variantId) ?? 0) + quantity);
  const problems = [...pieces].flatMap(([variantId, quantity]): CheckoutProblem[] => {
    const found = variantOf(engine, variantId);
    if (!found) return [{ kind: "gone", variantId }];
    const left = found.variant.stock;
    return left >= quantity ? [] : [{ kind: "sold-out", variantId, title: found.product.title, left }];
  });
  if (stored.lines.length === 0) problems.push({ kind: "empty" });
  if (!/^\S+@\S+$/.test(stored.email)) problems.push({ kind: "no-email" });
  if (isSent && !stored.address) problems.push({ kind: "no-address" });
  return problems;
}
