import { randomBytes } from "node:crypto";
import { sum, times, zero } from "#app/core/values/money.ts";
import { type Engine, inShopMoney } from "../engine.ts";
import { variantOf } from "../products.ts";
import type { Checkout, CheckoutChange, CheckoutLine, CheckoutProblem, StoredCheckout } from "../state/checkout.ts";
import { isDeliverable, shippingMethodsFor } from "./shipping.ts";
import { taxLinesTogether, taxOn, taxTotal } from "./taxes.ts";

/** A new checkout for lines of variants that can be bought once; those of one variant are put together. */
export function openCheckout(
  engine: Engine,
  lines: readonly { readonly variantId: number; readonly quantity: number }[],
): StoredCheckout {
  const quantities = new Map<number, number>();
  for (const { variantId, quantity } of lines) {
    const found = variantOf(engine, variantId);
    if (!Number.isInteger(quantity) || quantity < 1 || !found || found.product.requiresSellingPlan) continue;
    quantities.set(variantId, (quantities.get(variantId) ?? 0) + quantity);
  }
  const checkout: StoredCheckout = {
    token: randomBytes(16).toString("hex"),
    cartToken: randomBytes(16).toString("hex"),
    openedAt: engine.now(),
    lines: [...quantities].map(([variantId, quantity]) => ({ variantId, quantity })),
    email: "",
    country: engine.shop.country,
    address: undefined,
    shippingMethod: undefined,
    language: "en-GB",
    presentmentCurrency: engine.shop.currency,
    orderId: undefined,
    postPurchase: { vaultedCard: undefined, appliedChangesets: [] },
  };
  engine.state.checkouts[checkout.token] = checkout;
  engine.changed();
  return checkout;
}

/** Takes over what is given and makes sense; a paid checkout stays as it is. */
export function changeCheckout(engine: Engine, checkout: StoredCheckout, change: CheckoutChange): void {
  if (checkout.orderId !== undefined) return;
  if (change.email !== undefined) checkout.email = change.email.trim();
  if (change.address !== undefined) checkout.address = change.address;
  if (change.language !== undefined) checkout.language = change.language;
  if (change.country !== undefined && isDeliverable(engine, change.country)) checkout.country = change.country;
  const currencies = [engine.shop.currency, ...engine.shop.otherCurrencies];
  if (change.presentmentCurrency !== undefined && currencies.includes(change.presentmentCurrency)) {
    checkout.presentmentCurrency = change.presentmentCurrency;
  }
  const methods = shippingMethodsFor(engine, checkout.country).map((method) => method.id);
  if (change.shippingMethod !== undefined && methods.includes(change.shippingMethod)) {
    checkout.shippingMethod = change.shippingMethod;
  }
  engine.changed();
}

/** Prices as they are now, for a paid checkout too: what was paid stands in the order. */
export function workOut(engine: Engine, stored: StoredCheckout): Checkout {
  const none = zero(inShopMoney(engine, 0).currency);
  const lines = stored.lines.flatMap((line) => checkoutLine(engine, stored, line));
  const needsShipping = lines.some((line) => line.requiresShipping);
  const methods = needsShipping ? shippingMethodsFor(engine, stored.country) : [];
  const method = methods.find(({ id }) => id === stored.shippingMethod) ?? methods[0];
  const shipping = method?.price ?? none;
  const subtotal = sum(
    lines.map((line) => line.total),
    none.currency,
  );
  const taxLines = taxLinesTogether([
    ...lines.flatMap((line) => taxOn(line.total, stored.country, isTaxable(engine, line.variantId))),
    ...taxOn(shipping, stored.country, true),
  ]);
  const tax = taxTotal(taxLines, none);
  return {
    token: stored.token,
    lines,
    email: stored.email,
    country: stored.country,
    address: stored.address,
    language: stored.language,
    presentmentCurrency: stored.presentmentCurrency,
    shippingMethods: methods,
    shippingMethod: method,
    subtotal,
    shipping,
    taxLines,
    tax,
    total: sum([subtotal, shipping, tax], none.currency),
    problems: stored.orderId === undefined ? problemsOf(engine, stored, method !== undefined && !method.pickup) : [],
    state: stored.orderId === undefined ? { kind: "open" } : { kind: "paid", orderId: stored.orderId },
  };
}

function checkoutLine(engine: Engine, stored: StoredCheckout, line: StoredCheckout["lines"][number]): CheckoutLine[] {
  const found = variantOf(engine, line.variantId);
  if (!found) return [];
  const { product, variant } = found;
  const unitPrice = inShopMoney(engine, variant.priceMinor);
  const total = times(unitPrice, line.quantity);
  return [
    {
      variantId: variant.id,
      productId: product.id,
      title: product.title,
      variantTitle: variant.title,
      handle: product.handle,
      picture: product.picture,
      quantity: line.quantity,
      unitPrice,
      total,
      tax: taxTotal(taxOn(total, stored.country, variant.taxable), total),
      requiresShipping: variant.requiresShipping,
    },
  ];
}

function isTaxable(engine: Engine, variantId: number): boolean {
  return variantOf(engine, variantId)?.variant.taxable ?? false;
}

function problemsOf(engine: Engine, stored: StoredCheckout, isSent: boolean): CheckoutProblem[] {
  const problems = stored.lines.flatMap(({ variantId, quantity }): CheckoutProblem[] => {
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
