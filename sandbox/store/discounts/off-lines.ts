import type { Currency } from "#app/core/values/currency.ts";
import { type Money, money, percentOf, split, sum, times, zero } from "#app/core/values/money.ts";
import { type Engine, inShopMoney } from "../engine.ts";
import { converted } from "../markets/markets.ts";
import type { BasicValue, StoredDiscount } from "../state/discount.ts";
import { piecesGiven } from "./pieces-given.ts";
import { isEntitled, type LineToDiscount, type PurchaseToDiscount } from "./purchase-to-discount.ts";

/** What a product discount would take off each line, were it alone; all nothing where it does not fit the purchase. */
export function offLines(engine: Engine, discount: StoredDiscount, purchase: PurchaseToDiscount): Money[] {
  const { lines } = purchase;
  const currency = purchase.currency as Currency;
  const none = () => lines.map(() => zero(currency));
  const { what } = discount;
  switch (what.kind) {
    case "free-shipping":
      return none();
    case "buy-x-get-y": {
      const given = piecesGiven(engine, what, lines);
      return lines.map((line, index) =>
        offPieces(engine, what.gets.value, { ...line, quantity: given[index] ?? 0 }, currency),
      );
    }
    case "basic": {
      const entitled = lines.map((line) => isEntitled(engine, what.items, line));
      if (
        !reachesMinimum(
          engine,
          discount,
          lines.filter((_, index) => entitled[index]),
          currency,
        )
      )
        return none();
      const { value } = what;
      if (value.kind === "fraction" || value.onEachItem) {
        return lines.map((line, index) =>
          entitled[index] ? offPieces(engine, value, line, currency) : zero(currency),
        );
      }
      return onceOff(
        engine,
        value.minor,
        lines.map((line, index) => (entitled[index] ? totalOf(line).minor : 0)),
        currency,
      );
    }
  }
}

/** Of order and shipping discounts too: what counts for them is every line. */
export function reachesMinimum(
  engine: Engine,
  { minimum }: StoredDiscount,
  lines: readonly LineToDiscount[],
  currency: Currency,
): boolean {
  if (!minimum) return true;
  if (minimum.kind === "quantity") return lines.reduce((count, { quantity }) => count + quantity, 0) >= minimum.pieces;
  const least = converted(inShopMoney(engine, minimum.minor), currency);
  return sum(lines.map(totalOf), currency).minor >= least.minor;
}

/** The part of `amounts` that an order discount takes, line by line; never more than there is. */
export function offOrder(engine: Engine, value: BasicValue, amounts: readonly Money[], currency: Currency): Money[] {
  const minors = amounts.map(({ minor }) => minor);
  const whole = sum(amounts, currency);
  if (value.kind === "amount") return onceOff(engine, value.minor, minors, currency);
  return inParts(percentOf(whole, value.fraction * 100), minors, currency);
}

function offPieces(engine: Engine, value: BasicValue, line: LineToDiscount, currency: Currency): Money {
  const whole = totalOf(line);
  if (value.kind === "fraction") return percentOf(whole, value.fraction * 100);
  const each = converted(inShopMoney(engine, value.minor), currency);
  return money(Math.min(each.minor * line.quantity, whole.minor), currency);
}

function onceOff(engine: Engine, minor: number, weights: readonly number[], currency: Currency): Money[] {
  const whole = weights.reduce((total, weight) => total + weight, 0);
  const off = converted(inShopMoney(engine, minor), currency);
  return inParts(money(Math.min(off.minor, whole), currency), weights, currency);
}

function inParts(amount: Money, weights: readonly number[], currency: Currency): Money[] {
  return weights.some((weight) => weight > 0) ? split(amount, weights) : weights.map(() => zero(currency));
}

function totalOf({ unitPrice, quantity }: LineToDiscount): Money {
  return times(unitPrice, quantity);
}
