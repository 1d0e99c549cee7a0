import type { Ticket } from "#app/core/acceptance/acceptance.ts";
import type { ChosenOffer, OfferedProduct, OfferedVariant } from "#app/core/decision/decision.ts";
import type { DecisionId, PurchaseReference, RuleId } from "#app/core/values/ids.ts";
import { CAKESTAND, CAKESTAND_ROSE, DEMO_SHOP, pounds } from "#tests/support/builders.ts";

/** The cakestand as it is offered for teacups: 15 % off, up to two. */
export function someOfferedVariant(overrides: Partial<OfferedVariant> = {}): OfferedVariant {
  return {
    variant: CAKESTAND_ROSE,
    title: "Default Title",
    options: [],
    price: pounds(12.75),
    offerPrice: pounds(10.84),
    quantityMost: 2,
    ...overrides,
  };
}

export function someOfferedProduct(overrides: Partial<OfferedProduct> = {}): OfferedProduct {
  return {
    product: CAKESTAND,
    title: "Regency Cakestand 3 Tier",
    pieces: 1,
    variants: [someOfferedVariant()],
    ...overrides,
  };
}

export function someChosenOffer(overrides: Partial<ChosenOffer> = {}): ChosenOffer {
  return {
    rule: "teacups-to-cakestand" as RuleId,
    ruleName: "Teacups → Cakestand",
    rulebookVersion: 1,
    kind: "cross-sell",
    arrangement: "one-of",
    products: [someOfferedProduct()],
    discount: { kind: "percent", percent: 15 },
    shipping: { kind: "free" },
    words: { headline: {}, reason: {} },
    ...overrides,
  };
}

export function someTicket(overrides: Partial<Ticket> = {}): Ticket {
  return {
    shop: DEMO_SHOP,
    reference: "c1-reference" as PurchaseReference,
    fingerprint: "0123456789abcdef",
    step: 1,
    decision: "d1" as DecisionId,
    offer: someChosenOffer(),
    discount: { kind: "percent", percent: 15 },
    taken: [],
    ...overrides,
  };
}
