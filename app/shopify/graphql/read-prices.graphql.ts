import { adminDocument } from "./document.ts";

/** How many countries are asked about in one question. */
export const COUNTRIES_ASKED = 12;

const asked = Array.from({ length: COUNTRIES_ASKED }, (_, index) => `country${index}`);

/** In what currency these countries pay. A country that is null is the shop's own. */
export const READ_CURRENCIES_OF_COUNTRIES = adminDocument<
  { readonly productVariant: Readonly<Record<string, ContextualPricing>> | null },
  { readonly variant: string } & Readonly<Record<string, string | null>>
>(`#graphql
  query EncoreReadCurrenciesOfCountries($variant: ID!, ${asked.map((name) => `$${name}: CountryCode`).join(", ")}) {
    productVariant(id: $variant) {
      ${asked.map((name) => `${name}: contextualPricing(context: { country: $${name} }) { price { currencyCode } }`).join("\n      ")}
    }
  }
`);

/** What variants cost in a country, before any offer. An id that Shopify does not know is null. */
export const READ_PRICES = adminDocument<
  { readonly nodes: readonly (VariantPrice | null)[] },
  { readonly variants: readonly string[]; readonly country: string }
>(`#graphql
  query EncoreReadPrices($variants: [ID!]!, $country: CountryCode!) {
    nodes(ids: $variants) {
      ... on ProductVariant {
        id
        contextualPricing(context: { country: $country }) {
          price { amount currencyCode }
          compareAtPrice { amount currencyCode }
        }
      }
    }
  }
`);

interface ContextualPricing {
  readonly price: { readonly currencyCode: string };
}

interface VariantPrice {
  readonly id: string;
  readonly contextualPricing: { readonly price: Amount; readonly compareAtPrice: Amount | null };
}

interface Amount {
  readonly amount: string;
  readonly currencyCode: string;
}
