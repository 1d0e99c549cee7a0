import { decimalOf, type Money } from "#app/core/values/money.ts";
import { booked, presented } from "../../money-bag.ts";

/** The REST spelling of a money bag. */
export function moneySet(amount: Money, presentmentCurrency: string) {
  const [own, shown] = [booked(amount), presented(amount, presentmentCurrency)];
  return {
    shop_money: { amount: decimalOf(own), currency_code: own.currency },
    presentment_money: { amount: decimalOf(shown), currency_code: shown.currency },
  };
}

/** The bare amounts of REST are in the shop's currency. */
export function bookedText(amount: Money): string {
  return decimalOf(booked(amount));
}
