/** Who the shop is: fixed for the sandbox, so that every address and id in a screenshot stays the same. */
export interface ShopIdentity {
  readonly id: number;
  readonly name: string;
  readonly domain: string;
  readonly email: string;
  readonly currency: string;
  /** Also sold in; a checkout in one of these sees no post-purchase page. */
  readonly otherCurrencies: readonly string[];
  readonly timezone: string;
  readonly country: string;
  /** ISO 3166-1 alpha-2, in the order the checkout lists them. */
  readonly shipsTo: readonly string[];
  readonly locale: string;
  /** Published, ISO 639-1; the first is `locale`. The last is written from right to left. */
  readonly languages: readonly string[];
  readonly taxesIncluded: boolean;
  readonly location: { readonly id: number; readonly name: string };
  readonly owner: {
    readonly id: number;
    readonly firstName: string;
    readonly lastName: string;
    readonly email: string;
  };
}

export const DEMO_SHOP: ShopIdentity = {
  id: 68_220_911_842,
  name: "Penny & Plum",
  domain: "encore-demo.myshopify.com",
  email: "owner@encore-demo.example",
  currency: "GBP",
  otherCurrencies: ["EUR", "JPY", "KWD"],
  timezone: "Europe/London",
  country: "GB",
  shipsTo: ["GB", "IE", "DE", "AT", "FR", "BE", "NL", "ES", "IT", "US", "CA", "AU", "PT", "JP", "KW"],
  locale: "en",
  languages: ["en", "fr", "de", "es", "pt", "ja", "ar"],
  taxesIncluded: false,
  location: { id: 74_108_334_306, name: "Warehouse" },
  owner: { id: 88_011_374_818, firstName: "Olive", lastName: "Owner", email: "owner@encore-demo.example" },
};
