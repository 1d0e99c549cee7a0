import { adminDocument } from "./document.ts";

/** Needs no access scope: `shopLocales` would ask for read_locales, the primary domain's language does not. */
export const READ_SHOP = adminDocument<ReadShopData, Record<string, never>>(`#graphql
  query EncoreReadShop {
    shop {
      name
      currencyCode
      ianaTimezone
      shipsToCountries
      primaryDomain { localization { defaultLocale } }
    }
    currentAppInstallation {
      app { id }
      accessScopes { handle }
    }
  }
`);

/** Whether there is any order at all. Needs read_orders. */
export const READ_ORDERS_COUNT = adminDocument<
  { readonly ordersCount: { readonly count: number } | null },
  Record<string, never>
>(`#graphql
  query EncoreReadOrdersCount {
    ordersCount(limit: 1) { count }
  }
`);

interface ReadShopData {
  readonly shop: {
    readonly name: string;
    readonly currencyCode: string;
    readonly ianaTimezone: string;
    readonly shipsToCountries: readonly string[];
    /** `localization` is null when the domain redirects. */
    readonly primaryDomain: { readonly localization: { readonly defaultLocale: string } | null };
  };
  readonly currentAppInstallation: {
    readonly app: { readonly id: string };
    readonly accessScopes: readonly { readonly handle: string }[];
  };
}
