import { decimalOf, type Money } from "#app/core/values/money.ts";
import { booked, presented } from "../../money-bag.ts";

/** Shopify writes GraphQL decimals without idle zeros, but with one digit after the point: "10.0", "4.5", "12.75". */
function decimalText(amount: Money): string {
  const text = decimalOf(amount);
  return text.includes(".") ? text.replace(/0+$/, "").replace(/\.$/, ".0") : `${text}.0`;
}

export function moneyNode(amount: Money) {
  return { __typename: "MoneyV2", amount: decimalText(amount), currencyCode: amount.currency };
}

export function bagNode(amount: Money, presentmentCurrency: string) {
  return { shopMoney: moneyNode(booked(amount)), presentmentMoney: moneyNode(presented(amount, presentmentCurrency)) };
}
