import { expect, test } from "vitest";
import type { DecisionId, OrderId, OrderLineId, PurchaseReference } from "#app/core/values/ids.ts";
import { factsOfOrder } from "#app/flows/facts-of-order.ts";
import type { OrderScreen } from "#app/stores/read-models/order-screen.ts";
import {
  CAKESTAND,
  CAKESTAND_ROSE,
  DEMO_SHOP,
  GBP,
  NOON,
  pounds,
  someFacts,
  TEACUP,
  TEACUP_ROSE,
} from "#tests/support/builders.ts";

const [cups, stand] = ["1" as OrderLineId, "2" as OrderLineId];
const screen: OrderScreen = {
  shop: { currency: GBP, timezone: "Europe/London" },
  order: {
    id: "9001" as OrderId,
    name: "#1043",
    reference: "c1" as PurchaseReference,
    createdAt: NOON,
    updatedAt: NOON,
    currency: "GBP",
    total: pounds(20),
    outstanding: pounds(0),
    lines: [
      { id: cups, title: "Regency Teacup", product: TEACUP, variant: TEACUP_ROSE, quantity: 3 },
      { id: stand, title: "Regency Cakestand", product: CAKESTAND, variant: CAKESTAND_ROSE, quantity: 1 },
    ],
    bought: [{ line: cups, quantity: 3, amount: pounds(8.85), at: NOON }],
    addedByUs: [{ line: stand, quantity: 1, amount: pounds(10.84), at: NOON }],
    refunds: [],
    paymentGateway: "paypal",
  },
  decisions: [],
  events: [],
  acceptances: [],
  orderNames: {},
  earnings: [],
  earned: pounds(0),
  rulebooks: [],
  titles: { products: [], collections: [] },
  became: null,
};

test("an order that no page told of is tried by what it says itself, without what an offer had added to it", () => {
  const found = factsOfOrder(screen, DEMO_SHOP, "thank-you");
  expect(found).toMatchObject({
    knownFrom: "order",
    facts: { surface: "thank-you", subtotal: pounds(8.85), total: pounds(20), paymentMethod: "paypal", at: NOON },
  });
  expect(found?.facts.lines.map(({ product }) => product)).toEqual([TEACUP]);
  expect(found?.facts.destinationCountry, "what nobody told stays unknown").toBeUndefined();
});

test("what the same page told of the order is known as it was told then", () => {
  const decision = {
    id: "d1" as DecisionId,
    step: 1,
    at: NOON,
    askedAt: NOON,
    rulebookVersion: 1,
    tookMicros: 1,
    decision: { kind: "nothing", reason: "no-rule-fits" },
    evidence: null,
  } as const;
  const told = [
    { ...decision, facts: someFacts({ surface: "post-purchase", destinationCountry: "GB" }) },
    { ...decision, facts: someFacts({ surface: "cart", destinationCountry: "DE" }) },
  ];
  const found = factsOfOrder({ ...screen, decisions: told }, DEMO_SHOP, "cart");
  expect(found).toMatchObject({ knownFrom: "page", facts: { surface: "cart", destinationCountry: "DE" } });
  expect(factsOfOrder({ ...screen, decisions: told }, DEMO_SHOP, "email")?.facts).toMatchObject({
    surface: "email",
    destinationCountry: "GB",
  });
});
