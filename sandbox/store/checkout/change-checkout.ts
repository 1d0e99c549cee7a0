import { cleanCodes } from "../carts/carts.ts";
import { type Lines, withAttributes, withChangedLine, withLine } from "../carts/lines.ts";
import type { Engine } from "../engine.ts";
import type { CheckoutAnswer, CheckoutChange, LineChange, StoredCheckout } from "../state/checkout.ts";
import { workOut } from "./checkouts.ts";
import { isDeliverable, shippingMethodsFor } from "./shipping.ts";

/** Takes over what is given and makes sense; a paid checkout stays as it is. */
export function changeCheckout(engine: Engine, checkout: StoredCheckout, change: CheckoutChange): void {
  if (checkout.orderId !== undefined) return;
  if (change.email !== undefined) checkout.email = change.email.trim();
  if (change.address !== undefined) checkout.address = change.address;
  if (change.language !== undefined) checkout.language = change.language;
  if (change.note !== undefined) checkout.note = change.note;
  if (change.attributes) checkout.attributes = withAttributes(checkout.attributes, change.attributes);
  if ("customerId" in change) checkout.customerId = change.customerId;
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

/** One change of the lines, as extensions make them. */
export function changeCheckoutLine(engine: Engine, checkout: StoredCheckout, change: LineChange): CheckoutAnswer {
  if (checkout.orderId !== undefined) return refused("The checkout is completed");
  const lines = changedLines(engine, checkout, change);
  if (lines.kind === "refused") return refused(lines.message);
  checkout.lines = lines.lines;
  engine.changed();
  return { kind: "changed", checkout: workOut(engine, checkout) };
}

/** A code that would do nothing is not kept. */
export function addDiscountCode(engine: Engine, checkout: StoredCheckout, code: string): CheckoutAnswer {
  if (checkout.orderId !== undefined) return refused("The checkout is completed");
  const before = checkout.codes;
  checkout.codes = cleanCodes([...before, code]);
  const worked = workOut(engine, checkout);
  const wanted = code.trim().toLowerCase();
  const standing = worked.codes.find((given) => given.code.toLowerCase() === wanted);
  if (!standing?.applies) {
    checkout.codes = before;
    return refused(
      `${code.trim()} discount code isn’t valid for the items in your cart (${standing?.why ?? "unknown"})`,
    );
  }
  engine.changed();
  return { kind: "changed", checkout: worked };
}

export function removeDiscountCode(engine: Engine, checkout: StoredCheckout, code: string): CheckoutAnswer {
  if (checkout.orderId !== undefined) return refused("The checkout is completed");
  checkout.codes = checkout.codes.filter((given) => given.toLowerCase() !== code.trim().toLowerCase());
  engine.changed();
  return { kind: "changed", checkout: workOut(engine, checkout) };
}

function changedLines(engine: Engine, { lines }: StoredCheckout, change: LineChange): Lines {
  switch (change.kind) {
    case "add":
      return withLine(engine, lines, change);
    case "remove":
      return withChangedLine(engine, lines, { id: change.id, quantity: 0 });
    case "change":
      return withChangedLine(engine, lines, change);
  }
}

function refused(message: string): CheckoutAnswer {
  return { kind: "refused", message };
}
