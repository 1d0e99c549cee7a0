import type { Currency } from "#app/core/values/currency.ts";
import type { Shop, VariantId } from "#app/core/values/ids.ts";
import type { AdminOf } from "#app/shopify/admin-client.ts";
import { countryPayingIn, type PriceInCountry, readPricesIn } from "#app/shopify/read-prices.ts";
import type { Database } from "#app/stores/database.ts";
import { loadShop } from "#app/stores/shops.ts";

export type PricesRead =
  | { readonly kind: "prices"; readonly country: string; readonly prices: readonly PriceInCountry[] }
  /** No country that the shop ships to pays in it. */
  | { readonly kind: "unpaid" };

/**
 * What variants cost shoppers who pay in another currency, as Shopify says it for a country that does. A variant that it
 * does not know is left out. Throws an AppError when Shopify cannot be asked.
 */
export async function readPrices(
  { database, adminOf }: { readonly database: Database; readonly adminOf: AdminOf },
  {
    shop,
    currency,
    variants,
  }: { readonly shop: Shop; readonly currency: Currency; readonly variants: readonly VariantId[] },
): Promise<PricesRead> {
  const [first] = variants;
  if (first === undefined) return { kind: "unpaid" };
  const admin = adminOf(shop);
  const { shipsTo = [] } = (await loadShop(database, shop)) ?? {};
  const country = await countryPayingIn(admin, currency, first, shipsTo);
  if (country === undefined) return { kind: "unpaid" };
  return { kind: "prices", country, prices: await readPricesIn(admin, country, variants) };
}
