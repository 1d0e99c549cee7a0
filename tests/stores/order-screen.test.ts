import { expect, test } from "vitest";
import type { DecisionId, OrderId, PurchaseReference, RuleId } from "#app/core/values/ids.ts";
import { saveDecisions } from "#app/stores/decisions.ts";
import { saveOrder } from "#app/stores/orders.ts";
import {
  CAKESTAND,
  CAKESTAND_ROSE,
  NOON,
  pounds,
  someAcceptance,
  someFacts,
  TEA_TIME,
} from "#tests/support/builders.ts";
import { fillShop, ONE_RULE, someDecision, someEarning, someOrder } from "./filled-shop.ts";
import { shopsOnScreen } from "./shop-on-screen.ts";

const { database, newShop, installed, orders, order } = await shopsOnScreen();

test("an order shows what was offered first, also when something else followed the no to it", async () => {
  const shop = newShop();
  await fillShop(database, shop);
  const reference = "r-path" as PurchaseReference;
  const first = someDecision(someFacts({ shop, reference }), "first");
  const next = {
    ...first,
    step: 2,
    made: {
      ...first.made,
      id: "next" as DecisionId,
      at: NOON + 5_000,
      decision: { kind: "nothing", reason: "nothing-to-sell" },
    },
  } as const;
  await database.inShop(shop, async (tenant) => {
    await saveDecisions(tenant, [first, next]);
    await saveOrder(tenant, someOrder({ id: "5002" as OrderId, name: "#1044", reference, createdAt: NOON + 20_000 }));
  });
  expect((await orders(shop)).orders[0]).toMatchObject({ name: "#1044", decided: { kind: "show" } });
  expect((await order(shop, "5002"))?.decisions.map(({ step }) => step)).toEqual([1, 2]);
});

test("an order's own screen holds the evidence: every verdict, event, acceptance and entry", async () => {
  const shop = newShop();
  await fillShop(database, shop);
  const told = await order(shop, "5001");
  const record = someDecision(someFacts({ shop }));
  expect(told).toEqual({
    shop: { currency: "GBP", timezone: "Europe/London" },
    order: someOrder(),
    became: { outcome: "accepted", rule: "teacups-to-cakestand" },
    decisions: [
      {
        id: record.made.id,
        step: 1,
        at: NOON,
        askedAt: NOON,
        rulebookVersion: 1,
        tookMicros: 40,
        facts: record.facts,
        decision: record.made.decision,
        evidence: record.evidence,
      },
    ],
    events: [
      {
        reference: "c1-reference",
        surface: "post-purchase",
        step: 1,
        kind: "impression",
        at: NOON + 19_000,
        detail: {},
      },
    ],
    acceptances: [someAcceptance()],
    orderNames: {},
    earnings: [someEarning()],
    earned: pounds(10.84),
    rulebooks: [{ version: 1, rulebook: ONE_RULE }],
    titles: {
      products: [
        {
          id: CAKESTAND,
          title: "Regency Cakestand 3 Tier",
          variants: [{ id: CAKESTAND_ROSE, title: "Default Title" }],
        },
      ],
      collections: [{ id: TEA_TIME, title: "Tea time" }],
    },
  });
});

test("of several decisions the accepted one stood, even if another was asked for later", async () => {
  const shop = newShop();
  await fillShop(database, shop);
  const later = someDecision(someFacts({ shop, lines: [] }), "later");
  await database.inShop(shop, (tenant) =>
    saveDecisions(tenant, [{ ...later, made: { ...later.made, at: NOON + 50_000, rulebookVersion: 2 } }]),
  );
  expect((await order(shop, "5001"))?.decisions.map(({ id }) => id)).toEqual(["later", "decision-of-c1-reference"]);
  expect((await orders(shop)).orders[0]?.decided).toMatchObject({
    kind: "show",
    rule: "teacups-to-cakestand" as RuleId,
  });
});

test("another shop's order is not found", async () => {
  const shop = newShop();
  await fillShop(database, shop);
  expect(await order(await installed(), "5001")).toBeUndefined();
});
