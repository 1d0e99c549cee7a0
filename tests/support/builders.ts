import type { Acceptance } from "#app/core/acceptance/acceptance.ts";
import {
  type Catalog,
  type CatalogCollection,
  type CatalogProduct,
  type CatalogVariant,
  catalogOf,
  type ShopProfile,
} from "#app/core/catalog/catalog.ts";
import type { Facts, PurchaseLine } from "#app/core/facts/facts.ts";
import type { Rule } from "#app/core/rules/rulebook.ts";
import type { Currency } from "#app/core/values/currency.ts";
import type {
  CollectionId,
  DecisionId,
  ProductId,
  PurchaseReference,
  RuleId,
  Shop,
  VariantId,
} from "#app/core/values/ids.ts";
import type { Money } from "#app/core/values/money.ts";

/** Fixed values for tests: every one can be overridden, none is random, and nothing here is read from the code under test. */
export const GBP = "GBP" as Currency;
export const DEMO_SHOP = "encore-demo.myshopify.com" as Shop;
export const NOON = Date.parse("2026-11-21T12:00:00Z");

export const TEACUP = "1001" as ProductId;
export const CAKESTAND = "1002" as ProductId;
export const LUNCH_BAG = "1003" as ProductId;
export const TEACUP_ROSE = "2001" as VariantId;
export const CAKESTAND_ROSE = "2002" as VariantId;
export const TEA_TIME = "5001" as CollectionId;

export const pounds = (amount: number): Money => ({ minor: Math.round(amount * 100), currency: GBP });

export function someVariant(overrides: Partial<CatalogVariant> = {}): CatalogVariant {
  return {
    id: CAKESTAND_ROSE,
    title: "Default Title",
    options: [],
    price: pounds(12.75),
    stock: { kind: "tracked", left: 41 },
    requiresShipping: true,
    inventoryItem: "3002",
    ...overrides,
  };
}

export function someProduct(overrides: Partial<CatalogProduct> = {}): CatalogProduct {
  return {
    id: CAKESTAND,
    title: "Regency Cakestand 3 Tier",
    handle: "regency-cakestand-3-tier",
    status: "active",
    requiresSellingPlan: false,
    isGiftCard: false,
    type: "Cakestand",
    vendor: "Encore Pottery",
    tags: ["afternoon tea"],
    metafields: {},
    components: [],
    complementary: [],
    variants: [someVariant()],
    updatedAt: NOON,
    ...overrides,
  };
}

export function someCollection(overrides: Partial<CatalogCollection> = {}): CatalogCollection {
  return { id: TEA_TIME, title: "Tea time", products: [CAKESTAND, TEACUP], updatedAt: NOON, ...overrides };
}

/** A London shop that ships to Britain and Ireland, with the cakestand unless other products are given. */
export function someCatalog({
  shop,
  products = [someProduct()],
  collections = [],
}: {
  readonly shop?: Partial<ShopProfile>;
  readonly products?: readonly CatalogProduct[];
  readonly collections?: readonly CatalogCollection[];
} = {}): Catalog {
  return catalogOf({ currency: GBP, timezone: "Europe/London", shipsTo: ["GB", "IE"], ...shop }, products, collections);
}

/** Fifteen teacups: with £3.95 for sending them, the £48.20 of `someFacts`. */
export function someLine(overrides: Partial<PurchaseLine> = {}): PurchaseLine {
  return {
    product: TEACUP,
    productTitle: "Regency Teacup",
    variant: TEACUP_ROSE,
    quantity: 15,
    total: pounds(44.25),
    ...overrides,
  };
}

export function someFacts(overrides: Partial<Facts> = {}): Facts {
  return {
    shop: DEMO_SHOP,
    surface: "post-purchase",
    reference: "c1-reference" as PurchaseReference,
    at: NOON,
    locale: "en-GB",
    lines: [someLine()],
    total: pounds(48.2),
    subtotal: pounds(44.25),
    presentmentCurrency: GBP,
    destinationCountry: "GB",
    ...overrides,
  };
}

/** Teacups → Cakestand: customers who bought a teacup are offered the cakestand, 15 % off. */
export function someRule(overrides: Partial<Rule> = {}): Rule {
  return {
    id: "teacups-to-cakestand" as RuleId,
    name: "Teacups → Cakestand",
    status: "active",
    surfaces: ["post-purchase"],
    when: { all: [{ kind: "product", lines: "any", products: [TEACUP] }] },
    path: {
      offer: {
        kind: "cross-sell",
        source: { kind: "named", products: [{ product: CAKESTAND }] },
        discount: { kind: "percent", percent: 15 },
        quantityMost: 2,
        shipping: { kind: "free" },
        words: { headline: {}, reason: {} },
      },
    },
    priority: 1,
    editedAt: NOON,
    ...overrides,
  };
}

export function someAcceptance(overrides: Partial<Acceptance> = {}): Acceptance {
  return {
    reference: "c1-reference" as PurchaseReference,
    surface: "post-purchase",
    step: 1,
    decision: "decision-of-c1-reference" as DecisionId,
    rule: "teacups-to-cakestand" as RuleId,
    ruleName: "Teacups → Cakestand",
    items: [{ product: CAKESTAND, variant: CAKESTAND_ROSE, quantity: 1, amount: pounds(10.84) }],
    discountGiven: pounds(1.91),
    jti: "11111111-1111-4111-8111-111111111111",
    changes: [
      {
        type: "add_variant",
        variant: CAKESTAND_ROSE,
        quantity: 1,
        discount: { kind: "percent", percent: 15, title: "15 % off" },
      },
    ],
    acceptedAt: NOON + 27_000,
    ...overrides,
  };
}
