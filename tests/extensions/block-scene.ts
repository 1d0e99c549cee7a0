import type { Catalog } from "#app/core/catalog/catalog.ts";
import type { DecidingSurface } from "#app/core/extract/extract.ts";
import { extractsOf } from "#app/core/extract/extracts-of.ts";
import type { Rule } from "#app/core/rules/rulebook.ts";
import type { VariantId } from "#app/core/values/ids.ts";
import { decimalOf, type Money } from "#app/core/values/money.ts";
import {
  pounds,
  someCatalog,
  someProduct,
  someRule,
  someVariant,
  TEACUP,
  TEACUP_ROSE,
} from "#tests/support/builders.ts";
import type { BlockAppSays } from "./block-app.ts";

type BlockSurface = Exclude<DecidingSurface, "checkout">;

/** What a test's shopper meets; all but what is given is an English order of one teacup, paid in pounds. */
export interface Scene {
  readonly surface?: BlockSurface;
  readonly rules?: readonly Rule[];
  readonly catalog?: Catalog;
  readonly asksApp?: boolean;
  /** In place of what the rules make: what is in the metafields, as it is. */
  readonly metafields?: readonly unknown[];
  readonly lines?: readonly unknown[];
  readonly locale?: string;
  readonly currency?: string;
  readonly country?: string;
  /** What a variant costs this shopper, by its id; null is sold out. Absent: what the shop's own copy says. */
  readonly prices?: Readonly<Record<string, Money | null>>;
  readonly storefront?: "silent" | "refused";
  readonly storage?: "silent" | "refused" | unknown;
  readonly settings?: Readonly<Record<string, unknown>>;
  readonly editor?: boolean;
  readonly app?: Partial<BlockAppSays>;
  readonly direction?: "ltr" | "rtl";
  readonly values?: Readonly<Record<string, unknown>>;
}

/** Sold as it is, sent at the checkout's own rates: needs nothing from the app. */
export function plainRule(overrides: Partial<Rule> = {}, offer: Partial<Rule["path"]["offer"]> = {}): Rule {
  const rule = someRule({ surfaces: ["thank-you", "order-status"], ...overrides });
  const shipping = { kind: "price", prices: [pounds(3.95)] } as const;
  return { ...rule, path: { offer: { ...rule.path.offer, discount: { kind: "none" }, shipping, ...offer } } };
}

/** 15 % off by a code. */
export function reducedRule(overrides: Partial<Rule> = {}, offer: Partial<Rule["path"]["offer"]> = {}): Rule {
  return plainRule(overrides, { discount: { kind: "percent", percent: 15 }, ...offer });
}

export const CAKESTAND_MINT = "2012" as VariantId;

const image = { url: "/cakestand.svg", description: "A cake stand with three tiers" };

const teaShop = someCatalog({
  products: [
    someProduct({ image }),
    someProduct({
      id: TEACUP,
      title: "Regency Teacup",
      handle: "regency-teacup",
      variants: [someVariant({ id: TEACUP_ROSE, price: pounds(2.95) })],
    }),
  ],
});

export const shopWithColours = someCatalog({
  products: [
    someProduct({
      image,
      variants: [
        someVariant({ title: "Rose", options: [{ name: "Colour", value: "Rose" }] }),
        someVariant({
          id: CAKESTAND_MINT,
          title: "Mint green",
          options: [{ name: "Colour", value: "Mint green" }],
          price: pounds(13.95),
          image: { url: "/cakestand-mint.svg", description: "A mint cake stand with three tiers" },
        }),
      ],
    }),
  ],
});

/** As a page gives them: the shop's and the bought products' own. */
export function metafieldsOf({ rules = [plainRule()], catalog = teaShop, surface = "thank-you", asksApp }: Scene) {
  const how = { asksApp: asksApp ? [surface] : [], automatic: new Set<never>() };
  const { shop, products } = extractsOf({ format: 1, rules }, 7, catalog, how);
  const entry = (type: string, id: string, value: unknown) => ({
    target: { type, id },
    metafield: {
      namespace: "$app",
      key: "offers",
      type: "json",
      valueType: "json_string",
      value: JSON.stringify(value),
    },
  });
  return [
    entry("shop", "4242", shop),
    ...[...products].map(([id, part]) => entry("product", `gid://shopify/Product/${id}`, part)),
  ];
}

export function pageLine(overrides: Readonly<Record<string, unknown>> = {}) {
  return {
    id: "gid://shopify/CartLine/1",
    quantity: 1,
    merchandise: {
      type: "variant",
      id: "gid://shopify/ProductVariant/2001",
      title: "Regency Teacup",
      selectedOptions: [],
      requiresShipping: true,
      product: { id: `gid://shopify/Product/${TEACUP}`, vendor: "Encore Pottery", productType: "Teacup" },
    },
    cost: { totalAmount: { amount: 44.25, currencyCode: "GBP" } },
    attributes: [],
    discountAllocations: [],
    lineComponents: [],
    parentRelationship: null,
    ...overrides,
  };
}

/** The `shopify` object's values for the scene. */
export function valuesOf(scene: Scene): Record<string, unknown> {
  const { surface = "thank-you", currency = "GBP", locale = "en", country = "GB" } = scene;
  const money = (amount: number) => ({ amount, currencyCode: currency });
  const common = {
    appMetafields: scene.metafields ?? metafieldsOf(scene),
    lines: scene.lines ?? [pageLine()],
    cost: {
      subtotalAmount: money(44.25),
      totalAmount: money(48.2),
      totalShippingAmount: money(3.95),
      totalTaxAmount: money(0),
    },
    discountCodes: [],
    discountAllocations: [],
    checkoutToken: "c1-reference",
    localization: {
      currency: { isoCode: currency },
      timezone: "Europe/London",
      language: { isoCode: locale },
      extensionLanguage: { isoCode: locale },
      country: { isoCode: country },
      market: { id: "gid://shopify/Market/1", handle: "home" },
    },
    shop: {
      id: "gid://shopify/Shop/4242",
      name: "Encore Demo",
      myshopifyDomain: "encore-demo.myshopify.com",
      storefrontUrl: "https://encore-demo.example",
    },
    settings: scene.settings ?? {},
    ...(scene.editor ? { extension: { editor: { type: "checkout" } } } : {}),
  };
  const order = { id: "gid://shopify/Order/9001" };
  return surface === "thank-you"
    ? {
        ...common,
        orderConfirmation: { order: { id: "gid://shopify/OrderIdentity/9001" }, number: "K1", isFirstOrder: true },
        deliveryGroups: [],
        ...scene.values,
      }
    : { ...common, order: { ...order, name: "#1043" }, authenticationState: "pre_authenticated", ...scene.values };
}

/** The Storefront API's answer to the extension's one query. */
export function storefrontAnswer({ catalog = teaShop, prices = {} }: Scene, ids: readonly string[]) {
  const variants = [...catalog.products.values()].flatMap((product) =>
    product.variants.map((variant) => [variant.id as string, { product, variant }] as const),
  );
  const known = new Map(variants);
  return {
    data: {
      nodes: ids.map((gid) => {
        const found = known.get(gid.replace(/^.*\//, ""));
        if (!found) return null;
        const { product, variant } = found;
        const price = prices[variant.id] === undefined ? variant.price : prices[variant.id];
        const picture = variant.image ?? product.image;
        return {
          id: gid,
          title: variant.title,
          availableForSale: price !== null && variant.stock.kind !== "unavailable",
          price: { amount: decimalOf(price ?? variant.price), currencyCode: (price ?? variant.price).currency },
          image: picture ? { url: picture.url, altText: picture.description } : null,
          product: { title: product.title },
        };
      }),
    },
  };
}
