import { decimalOf, type Money } from "#app/core/values/money.ts";
import { converted } from "./markets/markets.ts";
import type { MoneyBag } from "./post-purchase/wire.ts";
import { DEMO_SHOP } from "./state/shop-identity.ts";

/** An amount as shown to a shopper who pays in `currency`. */
export function presented(amount: Money, currency: string): Money {
  return converted(amount, currency);
}

/** An amount as the shop books it, in its own currency. */
export function booked(amount: Money): Money {
  return converted(amount, DEMO_SHOP.currency);
}

/** The amount in the shop's and the shopper's currency, as the post-purchase page and webhooks have it. */
export function moneyBag(amount: Money, presentmentCurrency: string): MoneyBag {
  const [own, shown] = [booked(amount), presented(amount, presentmentCurrency)];
  return {
    shopMoney: { amount: decimalOf(own), currencyCode: own.currency },
    presentmentMoney: { amount: decimalOf(shown), currencyCode: shown.currency },
  };
}
