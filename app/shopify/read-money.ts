import { type Currency, minorDigitsOf, parseCurrency } from "#app/core/values/currency.ts";
import { invariant } from "#app/core/values/invariant.ts";
import { type Money, money, moneyFromDecimal } from "#app/core/values/money.ts";
import type { ShopMoney } from "./graphql/document.ts";

/** Shopify's currency codes are ISO 4217: anything else is a bug of the caller. */
export function readCurrency(code: string): Currency {
  const currency = parseCurrency(code);
  invariant(currency, `${code} is not a currency`);
  return currency;
}

/** The amount in the shop's currency, rounded half away from zero to its minor unit: unit prices can be finer than that. */
export function readShopMoney({ shopMoney }: ShopMoney): Money {
  return readMoney(shopMoney);
}

/** An amount in whatever currency it names, rounded as `readShopMoney`. */
export function readMoney({ amount, currencyCode }: { readonly amount: string; readonly currencyCode: string }): Money {
  return readAmount(amount, readCurrency(currencyCode));
}

/** "1.5766" in GBP → 158. Throws when the text is not a plain decimal: Shopify's `Decimal` always is one. */
function readAmount(amount: string, currency: Currency): Money {
  const exact = moneyFromDecimal(amount, currency);
  if (exact) return exact;
  const parts = /^(-?)(\d{1,15})\.(\d+)$/.exec(amount.trim());
  invariant(parts, `"${amount}" is not an amount of money`);
  const [, sign, whole = "", decimals = ""] = parts;
  const digits = minorDigitsOf(currency);
  const cut = Number(`${whole}${decimals.slice(0, digits).padEnd(digits, "0")}`);
  const minor = cut + (Number(decimals[digits]) >= 5 ? 1 : 0);
  return money(sign && minor !== 0 ? -minor : minor, currency);
}
