import type { LiveVariant } from "#app/core/extract/live-prices.ts";
import { parseCurrency } from "#app/core/values/currency.ts";
import { moneyFromDecimal } from "#app/core/values/money.ts";
import { within } from "../within.ts";
import { idIn, variantGid } from "./gid.ts";
import type { SurfacePage } from "./page.ts";

/** Shopify answers from its own edge; a page that waits longer shows what needs nothing from it. */
const SILENT_AFTER = 1_000;
/** The Storefront API's largest page. */
const IDS_MOST = 250;

const QUERY = `query Offered($ids: [ID!]!, $country: CountryCode, $language: LanguageCode)
@inContext(country: $country, language: $language) {
  nodes(ids: $ids) {
    ... on ProductVariant {
      id
      title
      availableForSale
      price { amount currencyCode }
      image { url altText }
      product { title }
    }
  }
}`;

interface Answer {
  readonly nodes?: readonly (StorefrontVariant | null)[];
}

interface StorefrontVariant {
  readonly id?: string;
  readonly title: string;
  readonly availableForSale: boolean;
  readonly price: { readonly amount: string; readonly currencyCode: string };
  readonly image: { readonly url: string; readonly altText: string | null } | null;
  readonly product: { readonly title: string };
}

/**
 * What these variants cost this shopper now, in the currency of the shopper's market, by one query. Empty when Shopify is
 * silent or refuses; a variant that is not sold here any more is missing.
 */
export async function livePrices(
  page: SurfacePage,
  variantIds: Iterable<string>,
): Promise<ReadonlyMap<string, LiveVariant>> {
  const ids = [...new Set(variantIds)].slice(0, IDS_MOST).map(variantGid);
  if (ids.length === 0) return new Map();
  const { country, language } = page.localization;
  const variables = {
    ids,
    country: country.value?.isoCode ?? null,
    language: languageCodeOf(language.value.isoCode),
  };
  try {
    const answer = await within(SILENT_AFTER, page.query<Answer>(QUERY, { variables }));
    const nodes = answer === "late" ? [] : (answer.data?.nodes ?? []);
    return new Map(nodes.flatMap(liveVariantOf).map((live) => [live.variantId, live]));
  } catch {
    return new Map();
  }
}

function liveVariantOf(node: StorefrontVariant | null): LiveVariant[] {
  const variantId = idIn(node?.id ?? "");
  const currency = node && parseCurrency(node.price.currencyCode);
  const price = currency && moneyFromDecimal(node.price.amount, currency);
  if (!node || variantId === undefined || !price) return [];
  const { title, availableForSale, image, product } = node;
  return [
    {
      variantId,
      title,
      productTitle: product.title,
      price,
      isForSale: availableForSale,
      ...(image ? { image: { url: image.url, description: image.altText ?? product.title } } : {}),
    },
  ];
}

/** "pt-BR" → "PT_BR", "de-CH" → "DE": the Storefront API knows few languages with a region. */
function languageCodeOf(locale: string): string {
  const code = locale.replace("-", "_").toUpperCase();
  return /^(PT_(BR|PT)|ZH_(CN|TW))$/.test(code) ? code : (code.split("_")[0] ?? code);
}
