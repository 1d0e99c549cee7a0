import { GraphQLError } from "graphql";
import { gid, parseGid } from "../admin-api/gid.ts";
import type { Engine } from "../engine.ts";
import { variantOf } from "../products.ts";
import type { BuyerContext } from "../state/cart.ts";
import { fieldOf, productView, variantView } from "./goods-views.ts";

export interface StorefrontContext {
  readonly engine: Engine;
  readonly buyer: BuyerContext;
}

/** Shopify's largest list of ids. */
const IDS_MOST = 250;
/** Of `productRecommendations`. */
const RECOMMENDED_MOST = 10;

/** What can be asked of the Storefront API here. Prices are the buyer's, before tax. */
export const storefrontRoot = {
  node: ({ id }: { id: string }, context: StorefrontContext) => behind(context, id),
  nodes({ ids }: { ids: readonly string[] }, context: StorefrontContext) {
    if (ids.length > IDS_MOST) {
      throw new GraphQLError(
        `The input array size of ${ids.length} is greater than the maximum allowed of ${IDS_MOST}.`,
      );
    }
    return ids.map((id) => behind(context, id));
  },
  product({ id, handle }: { id?: string | null; handle?: string | null }, { engine, buyer }: StorefrontContext) {
    const wanted = id == null ? undefined : parseGid(id)?.id;
    const product = engine.state.products.find((known) => (id == null ? known.handle === handle : known.id === wanted));
    return product ? productView(engine, buyer, product) : null;
  },
  productRecommendations(
    { productId, intent }: { productId?: string | null; intent: "RELATED" | "COMPLEMENTARY" },
    { engine, buyer }: StorefrontContext,
  ) {
    const { products } = engine.state;
    const product = products.find(({ id }) => productId != null && id === parseGid(productId)?.id);
    if (!product) return null;
    const noted = product.metafields.find(
      ({ key }) => key === `${intent === "RELATED" ? "related" : "complementary"}_products`,
    );
    const ids = noted ? (JSON.parse(noted.value) as string[]).map((id) => parseGid(id)?.id) : [];
    const found = ids.flatMap((id) => products.find((known) => known.id === id) ?? []);
    const alike = products.filter(({ id, type }) => id !== product.id && type === product.type);
    const chosen = found.length > 0 || intent === "COMPLEMENTARY" ? found : alike;
    return chosen.slice(0, RECOMMENDED_MOST).map((each) => productView(engine, buyer, each));
  },
  shop: (_: object, { engine }: StorefrontContext) => shopView(engine),
  localization: (_: object, { buyer }: StorefrontContext) => ({
    country: {
      isoCode: buyer.country,
      name: named("region", buyer.country, buyer.language),
      currency: currencyView(buyer),
    },
    language: {
      isoCode: buyer.language.toUpperCase(),
      name: named("language", buyer.language, "en"),
      endonymName: named("language", buyer.language, buyer.language),
    },
  }),
};

function behind({ engine, buyer }: StorefrontContext, id: string) {
  const parsed = parseGid(id);
  switch (parsed?.type) {
    case "Product": {
      const product = engine.state.products.find((known) => known.id === parsed.id);
      return product ? productView(engine, buyer, product) : null;
    }
    case "ProductVariant": {
      const found = variantOf(engine, parsed.id);
      return found ? variantView(engine, buyer, found.product, found.variant) : null;
    }
    case "Shop":
      return parsed.id === engine.shop.id ? shopView(engine) : null;
    default:
      return null;
  }
}

function shopView(engine: Engine) {
  const { shop } = engine;
  return {
    __typename: "Shop",
    id: gid("Shop", shop.id),
    name: shop.name,
    paymentSettings: {
      currencyCode: shop.currency,
      enabledPresentmentCurrencies: [shop.currency, ...shop.otherCurrencies],
    },
    metafield: fieldOf(engine, gid("Shop", shop.id)),
  };
}

function currencyView({ currency, language }: BuyerContext) {
  const parts = new Intl.NumberFormat(language, { style: "currency", currency }).formatToParts(0);
  return {
    isoCode: currency,
    name: named("currency", currency, "en"),
    symbol: parts.find(({ type }) => type === "currency")?.value ?? currency,
  };
}

function named(type: Intl.DisplayNamesType, code: string, language: string): string {
  return new Intl.DisplayNames(language, { type }).of(code) ?? code;
}
