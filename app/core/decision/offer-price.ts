import type { Discount, PerCurrency } from "../rules/rulebook.ts";
import type { Currency } from "../values/currency.ts";
import { type Money, minus, money, percentOf, split } from "../values/money.ts";

/**
 * What is to be paid for what costs `price` without the offer: 0 ≤ it ≤ price. A percentage is rounded half away from
 * zero to the minor unit. A discount that has no amount in the price's currency takes nothing off: the guard
 * "priced-in-shop-currency" keeps such an offer from being shown.
 */
export function offerPriceOf(price: Money, discount: Discount): Money {
  switch (discount.kind) {
    case "none":
      return price;
    case "percent":
      return minus(price, percentOf(price, discount.percent));
    case "amount":
      return money(Math.max(0, price.minor - (amountIn(discount.amounts, price.currency)?.minor ?? 0)), price.currency);
    case "fixed-price":
      return money(
        Math.min(price.minor, amountIn(discount.prices, price.currency)?.minor ?? price.minor),
        price.currency,
      );
  }
}

/**
 * What is to be paid for each part of a bundle: together what the whole costs with the discount, to the minor unit. Parts
 * of several currencies have no whole: they keep their prices, and the guard on each part's currency drops the bundle.
 */
export function bundlePricesOf(prices: readonly Money[], discount: Discount): readonly Money[] {
  const [first] = prices;
  if (!first || discount.kind === "none" || discount.kind === "percent") {
    return prices.map((price) => offerPriceOf(price, discount));
  }
  if (prices.some(({ currency }) => currency !== first.currency)) return prices;
  const whole = money(
    prices.reduce((total, { minor }) => total + minor, 0),
    first.currency,
  );
  if (whole.minor === 0) return prices;
  const off = minus(whole, offerPriceOf(whole, discount));
  const parts = split(
    off,
    prices.map(({ minor }) => minor),
  );
  return prices.map((price, index) => minus(price, parts[index] ?? money(0, price.currency)));
}

export function amountIn(amounts: PerCurrency, currency: Currency): Money | undefined {
  return amounts.find((amount) => amount.currency === currency);
}
