import type { Acceptance } from "#app/core/acceptance/acceptance.ts";
import type { CatalogProduct, CatalogVariant } from "#app/core/catalog/catalog.ts";
import type { Facts, PurchaseLine } from "#app/core/facts/facts.ts";
import type { Rule } from "#app/core/rules/rulebook.ts";
import type { Currency } from "#app/core/values/currency.ts";
import type { DecisionId, ProductId, PurchaseReference, RuleId, Shop, VariantId } from "#app/core/values/ids.ts";
import type { Money } from "#app/core/values/money.ts";

/** Fixed values for tests: every one can be overridden, none is random, and nothing here is read from the code under test. */
export const GBP = "GBP" as Currency;
export const DEMO_SHOP = "encore-demo.myshopify.com" as Shop;
export const NOON = Date.parse("2026-11-21T12:00:00Z");

export const TEACUP = "1001" as ProductId;
export const CAKESTAND = "1002" as ProductId;
export const LUNCH_BAG = "1003" as ProductId;
export const CAKESTAND_ROSE = "2002" as VariantId;

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
    variants: [someVariant()],
    updatedAt: NOON,
    ...overrides,
  };
}

export function someLine(overrides: Partial<PurchaseLine> = {}): PurchaseLine {
  return {
    product: TEACUP,
    productTitle: "Regency Teacup",
    variant: "2001" as VariantId,
    quantity: 2,
    total: pounds(5.9),
    ...overrides,
  };
}

export function someFacts(overrides: Partial<Facts> = {}): Facts {
  return {
    shop: DEMO_SHOP,
    surface: "post-purchase",
    reference: "c1-reference" as PurchaseReference,
    locale: "en-GB",
    lines: [someLine()],
    total: pounds(48.2),
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
    when: { all: [{ kind: "bought-any-of", products: [TEACUP] }] },
    path: {
      offer: {
        kind: "cross-sell",
        source: { kind: "named", product: CAKESTAND },
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
    step: 1,
    decision: "decision-of-c1-reference" as DecisionId,
    rule: "teacups-to-cakestand" as RuleId,
    ruleName: "Teacups → Cakestand",
    variant: CAKESTAND_ROSE,
    quantity: 1,
    unitPrice: pounds(10.84),
    jti: "11111111-1111-4111-8111-111111111111",
    changes: [
      { type: "add_variant", variant: CAKESTAND_ROSE, quantity: 1, discount: { percent: 15, title: "15 % off" } },
    ],
    acceptedAt: NOON + 27_000,
    ...overrides,
  };
}
