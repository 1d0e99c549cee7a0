import type { Currency } from "#app/core/values/currency.ts";
import { languageOf } from "#app/core/values/language.ts";
import type { Admin } from "./admin-client.ts";
import { idOfGid } from "./gid.ts";
import { READ_ORDERS_COUNT, READ_SHOP } from "./graphql/read-shop.graphql.ts";
import { readCurrency } from "./read-money.ts";

/** What the shop is, and what we are to it. */
export interface ShopAsRead {
  /** Our app's own id, as this shop's orders name it. */
  readonly appId: string;
  readonly name: string;
  readonly currency: Currency;
  /** IANA, "Europe/London". */
  readonly timezone: string;
  /** Of the primary domain: "en" where it does not say. */
  readonly language: string;
  /** Countries, ISO 3166-1 alpha-2. */
  readonly shipsTo: readonly string[];
  /** The access scopes that the merchant granted. */
  readonly scopes: readonly string[];
}

export async function readShop(admin: Admin): Promise<ShopAsRead> {
  const { shop, currentAppInstallation } = await admin.ask(READ_SHOP, {});
  return {
    appId: idOfGid("App", currentAppInstallation.app.id),
    name: shop.name,
    currency: readCurrency(shop.currencyCode),
    timezone: shop.ianaTimezone,
    language: languageOf(shop.primaryDomain.localization?.defaultLocale ?? "en"),
    shipsTo: shop.shipsToCountries,
    scopes: currentAppInstallation.accessScopes.map(({ handle }) => handle),
  };
}

/** Whether the shop has had no order yet; false where it does not let us look. `scopes` are those that were granted. */
export async function hasNoOrders(admin: Admin, scopes: readonly string[]): Promise<boolean> {
  if (!scopes.includes("read_orders")) return false;
  const { ordersCount } = await admin.ask(READ_ORDERS_COUNT, {});
  return ordersCount?.count === 0;
}
