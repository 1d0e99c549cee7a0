import { type Currency, minorDigitsOf } from "#app/core/values/currency.ts";
import { type Money, money } from "#app/core/values/money.ts";
import type { BuyerContext } from "../state/cart.ts";
import { DEMO_SHOP } from "../state/shop-identity.ts";

/** Where the shop sells, in what currency. https://shopify.dev/docs/apps/build/markets */
export interface Market {
  readonly id: number;
  readonly handle: string;
  readonly name: string;
  /** ISO 3166-1 alpha-2; a country that no market names belongs to the first. */
  readonly countries: readonly string[];
  readonly currency: string;
}

export const MARKETS: readonly Market[] = [
  { id: 21_310_407_010, handle: "gb", name: "United Kingdom", countries: ["GB", "US", "CA", "AU"], currency: "GBP" },
  {
    id: 21_310_439_778,
    handle: "europe",
    name: "Europe",
    countries: ["IE", "DE", "AT", "FR", "BE", "NL", "ES", "IT", "PT"],
    currency: "EUR",
  },
  { id: 21_310_472_546, handle: "japan", name: "Japan", countries: ["JP"], currency: "JPY" },
  { id: 21_310_505_314, handle: "kuwait", name: "Kuwait", countries: ["KW"], currency: "KWD" },
];

export function marketOf(country: string): Market {
  const found = MARKETS.find((market) => market.countries.includes(country)) ?? MARKETS[0];
  if (!found) throw new Error("the shop has no market");
  return found;
}

/** Thousandths of a unit for a pound: one rate for all time, so that every price in a test can be worked out by hand. */
const RATES: Readonly<Record<string, number>> = { GBP: 1000, EUR: 1170, JPY: 195_000, KWD: 390 };

/** The same amount in another of the shop's currencies, rounded half up to its minor unit. Unknown currencies leave it as it is. */
export function converted(amount: Money, currency: string): Money {
  const [from, to] = [RATES[amount.currency], RATES[currency]];
  if (currency === amount.currency || from === undefined || to === undefined) return amount;
  const into = BigInt(to) * BigInt(10 ** minorDigitsOf(currency as Currency));
  const outOf = BigInt(from) * BigInt(10 ** minorDigitsOf(amount.currency));
  const doubled = BigInt(Math.abs(amount.minor)) * into * 2n;
  const minor = Number((doubled + outOf) / (outOf * 2n));
  return money(amount.minor < 0 ? -minor : minor, currency as Currency);
}

/** What a shopper gets who says no more than this: the shop's own country, its market's currency, the shop's language. */
export function contextFrom(given: Partial<BuyerContext> = {}): BuyerContext {
  const { shipsTo, otherCurrencies, languages } = DEMO_SHOP;
  const country = given.country !== undefined && shipsTo.includes(given.country) ? given.country : DEMO_SHOP.country;
  const currencies = [DEMO_SHOP.currency, ...otherCurrencies];
  const asked = given.currency !== undefined && currencies.includes(given.currency) ? given.currency : undefined;
  const language = (given.language ?? DEMO_SHOP.locale).toLowerCase().split("-")[0] ?? DEMO_SHOP.locale;
  return {
    country,
    currency: asked ?? marketOf(country).currency,
    language: languages.includes(language) ? language : DEMO_SHOP.locale,
  };
}
