import type { Currency } from "#app/core/values/currency.ts";
import { type Money, minus, sum, times, zero } from "#app/core/values/money.ts";
import type { Engine } from "../engine.ts";
import type { StoredDiscount } from "../state/discount.ts";
import { classOf } from "./discount-class.ts";
import { isFreeToSend } from "./free-to-send.ts";
import { offLines, offOrder, reachesMinimum } from "./off-lines.ts";
import type { PurchaseToDiscount } from "./purchase-to-discount.ts";

/** What a set of discounts takes off together: a row for each discount, in it an amount for each line. */
export interface TakenOff {
  readonly byDiscount: ReadonlyMap<StoredDiscount, { readonly lines: readonly Money[]; readonly shipping: Money }>;
  readonly total: Money;
}

/**
 * Product discounts first: a line gets the best one of them and no second. Then what is off the whole order, one after
 * the other, from what is left. Sending last.
 */
export function takeOff(engine: Engine, discounts: readonly StoredDiscount[], purchase: PurchaseToDiscount): TakenOff {
  const currency = purchase.currency as Currency;
  const none = zero(currency);
  const byDiscount = new Map<StoredDiscount, { lines: Money[]; shipping: Money }>();
  const ofClass = (wanted: string) => discounts.filter((discount) => classOf(discount) === wanted);

  const offers = ofClass("PRODUCT").map((discount) => ({ discount, lines: offLines(engine, discount, purchase) }));
  const left = purchase.lines.map((line, index) => {
    const best = offers.reduce<(typeof offers)[number] | undefined>(
      (chosen, offer) => ((offer.lines[index]?.minor ?? 0) > (chosen?.lines[index]?.minor ?? 0) ? offer : chosen),
      undefined,
    );
    const whole = times(line.unitPrice, line.quantity);
    const off = best?.lines[index];
    if (!best || !off) return whole;
    rowOf(best.discount).lines[index] = off;
    return minus(whole, off);
  });
  for (const discount of ofClass("ORDER")) {
    if (discount.what.kind !== "basic" || !reachesMinimum(engine, discount, purchase.lines, currency)) continue;
    const off = offOrder(engine, discount.what.value, left, currency);
    rowOf(discount).lines = off;
    for (const [index, amount] of off.entries()) left[index] = minus(left[index] ?? none, amount);
  }
  const sending = ofClass("SHIPPING").find((discount) => isFreeToSend(engine, discount, purchase));
  if (sending && purchase.shipping) rowOf(sending).shipping = purchase.shipping;

  const all = [...byDiscount.values()].flatMap(({ lines, shipping }) => [...lines, shipping]);
  return { byDiscount, total: sum(all, currency) };

  function rowOf(discount: StoredDiscount) {
    const row = byDiscount.get(discount) ?? { lines: purchase.lines.map(() => none), shipping: none };
    byDiscount.set(discount, row);
    return row;
  }
}
