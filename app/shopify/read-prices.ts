import type { Currency } from "#app/core/values/currency.ts";
import type { VariantId } from "#app/core/values/ids.ts";
import type { Money } from "#app/core/values/money.ts";
import type { Admin } from "./admin-client.ts";
import { gidOf, idOfGid } from "./gid.ts";
import { COUNTRIES_ASKED, READ_CURRENCIES_OF_COUNTRIES, READ_PRICES } from "./graphql/read-prices.graphql.ts";
import { readMoney } from "./read-money.ts";

export interface PriceInCountry {
  readonly variant: VariantId;
  readonly price: Money;
  readonly compareAtPrice?: Money;
}

/** Of the euro area those where most is bought, so that the first question finds one. Source: ECB, members on 2026-01-01. */
const IN_EURO = ["DE", "FR", "IT", "ES", "NL", "BE", "AT", "IE", "PT", "FI", "GR"];

/**
 * A country that the shop ships to whose shoppers pay in the currency, undefined where none does: Shopify has prices for
 * countries, and which currency a country pays in is the merchant's to say.
 */
export async function countryPayingIn(
  admin: Admin,
  currency: Currency,
  variant: VariantId,
  shipsTo: readonly string[],
): Promise<string | undefined> {
  const countries = likelyFirst(currency, shipsTo);
  for (let start = 0; start < countries.length; start += COUNTRIES_ASKED) {
    const asked = countries.slice(start, start + COUNTRIES_ASKED);
    const named = Object.fromEntries(asked.map((country, index) => [`country${index}`, country]));
    const { productVariant } = await admin.ask(READ_CURRENCIES_OF_COUNTRIES, {
      variant: gidOf("ProductVariant", variant),
      ...named,
    });
    const found = asked.find((_, index) => productVariant?.[`country${index}`]?.price.currencyCode === currency);
    if (found !== undefined) return found;
  }
  return undefined;
}

/** A currency's first letters are mostly its country's: "GBP". */
function likelyFirst(currency: Currency, shipsTo: readonly string[]): readonly string[] {
  const likely = currency === "EUR" ? IN_EURO : [currency.slice(0, 2)];
  return [...likely.filter((country) => shipsTo.includes(country)), ...shipsTo.filter((one) => !likely.includes(one))];
}

/** Variants that Shopify does not know are left out. */
export async function readPricesIn(
  admin: Admin,
  country: string,
  variants: readonly VariantId[],
): Promise<PriceInCountry[]> {
  const { nodes } = await admin.ask(READ_PRICES, {
    variants: variants.map((variant) => gidOf("ProductVariant", variant)),
    country,
  });
  return nodes.flatMap((node) => {
    if (!node) return [];
    const { price, compareAtPrice } = node.contextualPricing;
    return {
      variant: idOfGid("ProductVariant", node.id),
      price: readMoney(price),
      ...(compareAtPrice && { compareAtPrice: readMoney(compareAtPrice) }),
    };
  });
}
