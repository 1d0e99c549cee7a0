import { beforeAll, expect, test } from "vitest";
import type { OrdersPageData } from "#app/admin/orders/order-row.ts";
import type { OrderTold } from "#app/admin/orders/order-told.ts";
import type { OrderAsRead } from "#app/core/attribution/attribution.ts";
import { compile } from "#app/core/decision/compile.ts";
import { decide } from "#app/core/decision/decide.ts";
import { differencesFrom, readEvidenceBundle } from "#app/core/decision/evidence-bundle.ts";
import { evidenceOf, explainEvidence } from "#app/core/decision/evidence-of.ts";
import type { DecisionId, OrderId, OrderLineId, ProductId, PurchaseReference, Shop } from "#app/core/values/ids.ts";
import { loader as listOrders } from "#app/routes/app.orders._index.tsx";
import { loader as openOrder } from "#app/routes/app.orders.$id.tsx";
import { loader as downloadEvidence } from "#app/routes/app.orders_.$id.evidence.ts";
import { loader as findRules } from "#app/routes/app.orders_.rules.ts";
import { saveProducts } from "#app/stores/catalog.ts";
import { saveDecisions } from "#app/stores/decisions.ts";
import { appendEarnings } from "#app/stores/earnings.ts";
import { saveOrder } from "#app/stores/orders.ts";
import { publishVersion } from "#app/stores/rulebooks.ts";
import { fillShop, someDecision, someEarning, someOrder } from "#tests/stores/filled-shop.ts";
import {
  DEMO_SHOP,
  LUNCH_BAG,
  NOON,
  pounds,
  someCatalog,
  someFacts,
  someProduct,
  someRule,
  TEACUP,
  TEACUP_ROSE,
} from "#tests/support/builders.ts";
import { openAdmin } from "./open-admin.ts";

const OTHER = "other-shop.myshopify.com" as Shop;
const admin = await openAdmin();

beforeAll(async () => {
  await fillShop(admin.database, DEMO_SHOP);
  await fillShop(admin.database, OTHER);
});

const list = async (query = ""): Promise<OrdersPageData> =>
  (await admin.visit(listOrders, `/app/orders${query}`)).json();

test("an order stands in the list with what was offered, that it was seen and accepted, and what it earned", async () => {
  expect((await list()).orders).toEqual([
    {
      id: "5001",
      name: "#1043",
      outcome: "accepted",
      at: NOON + 10_000,
      total: pounds(48.2),
      decided: expect.objectContaining({ kind: "show", ruleName: "Teacups → Cakestand", offerPrices: [pounds(10.84)] }),
      seenAt: NOON + 19_000,
      answer: { kind: "accepted", at: NOON + 27_000 },
      earned: pounds(10.84),
    },
  ]);
});

test("a refund takes the earning away again", async () => {
  const refund = someEarning({ kind: "refunded", source: "r1", amount: pounds(-10.84), at: NOON + 90_000 });
  await admin.database.inShop(OTHER, (tenant) => appendEarnings(tenant, [refund]));
  const { orders }: OrdersPageData = await (await admin.visit(listOrders, "/app/orders", {}, OTHER)).json();
  expect(orders.map(({ earned }) => earned)).toEqual([pounds(0)]);
});

test("an order opens with everything that happened and every verdict", async () => {
  const told: OrderTold = await (await admin.visit(openOrder, "/app/orders/5001", { id: "5001" })).json();
  expect(told.order.name).toBe("#1043");
  expect(told).toMatchObject({ outcome: "accepted", rule: "teacups-to-cakestand" });
  expect(told.names.rules).toEqual({ "teacups-to-cakestand": "Teacups → Cakestand" });
  expect(told.decisions.map(({ why }) => why)).toMatchObject([
    {
      kind: "rules",
      fitting: 1,
      unlisted: 0,
      differs: false,
      verdicts: [
        {
          rule: "teacups-to-cakestand",
          outcome: { kind: "won" },
          conditions: [{ kind: "product", holds: "true" }],
          tried: [],
        },
      ],
    },
  ]);
  expect(told.events.map(({ kind }) => kind)).toEqual(["impression"]);
  expect(told.earnings.map(({ kind }) => kind)).toEqual(["earned"]);
});

test("an order's evidence is a file that is decided again anywhere, the same to the byte", async () => {
  const answer = await admin.visit(downloadEvidence, "/app/orders/5001/evidence", { id: "5001" });
  expect(answer.headers.get("Content-Disposition")).toBe('attachment; filename="encore-evidence-1043.json"');
  const read = readEvidenceBundle(await answer.json());
  if (read.kind === "invalid") throw new Error(JSON.stringify(read.problems));
  const { decisions, events, order } = read.bundle;
  expect(order).toEqual({ reference: "c1-reference", name: "#1043" });
  expect(events.map(({ kind }) => kind)).toEqual(["impression", "accepted", "earned"]);
  const [decision] = decisions;
  const explanation = decision && explainEvidence(decision.evidence, decision.rulebook, decision.version);
  expect(decision && explanation && differencesFrom(decision.decision, explanation)).toEqual([]);
});

test("a decision whose evidence was lost says so, on the page and in the file", async () => {
  const lost = "lost-evidence" as PurchaseReference;
  const { evidence: _lost, ...record } = someDecision(someFacts({ reference: lost }));
  await admin.database.inShop(DEMO_SHOP, async (tenant) => {
    await saveDecisions(tenant, [record]);
    await saveOrder(tenant, someOrder({ id: "5009" as OrderId, reference: lost, createdAt: NOON - 1_000_000 }));
  });
  const told: OrderTold = await (await admin.visit(openOrder, "/app/orders/5009", { id: "5009" })).json();
  expect(told.decisions.map(({ why }) => why)).toEqual([{ kind: "lost" }]);
  const bundle = await (await admin.visit(downloadEvidence, "/app/orders/5009/evidence", { id: "5009" })).json();
  expect(bundle).toMatchObject({ decisions: [], events: [{ kind: "evidence-lost", detail: { step: 1 } }] });
  expect(readEvidenceBundle(bundle).kind).toBe("valid");
  await admin.database.inShop(DEMO_SHOP, ({ db }) => db.order.deleteMany({ where: { order: "5009" } }));
});

const REACHED = "reached-orders.myshopify.com" as Shop;
const opened = async (id: string): Promise<OrderTold> =>
  (await admin.visit(openOrder, `/app/orders/${id}`, { id }, REACHED)).json();

test("thank-you is said to have reached an order only where a rule that is live would fit it there", async () => {
  await admin.visit(listOrders, "/app/orders", {}, REACHED);
  const byWallet = (id: string, product: ProductId, changes: Partial<OrderAsRead> = {}) =>
    someOrder({
      id: id as OrderId,
      reference: `r-${id}` as PurchaseReference,
      lines: [{ id: `l-${id}` as OrderLineId, title: "Bought", product, variant: TEACUP_ROSE, quantity: 1 }],
      addedByUs: [],
      payment: { kind: "wallet", name: "Apple Pay" },
      ...changes,
    });
  await admin.database.inShop(REACHED, async (tenant) => {
    const atThePointOfSale = byWallet("9104", TEACUP, { isFromOnlineStore: false });
    const orders = [byWallet("9101", TEACUP), byWallet("9102", LUNCH_BAG), atThePointOfSale];
    for (const order of orders) await saveOrder(tenant, order);
  });
  expect(await opened("9101"), "nothing is live yet").toMatchObject({ outcome: "wallet" });
  expect((await opened("9101")).reach).toBeUndefined();

  await admin.database.inShop(REACHED, async (tenant) => {
    await saveProducts(tenant, [someProduct(), someProduct({ id: TEACUP, title: "Regency Teacup" })]);
    await publishVersion(tenant, { format: 1, rules: [someRule()] }, { by: "1", now: NOON, note: "" });
  });
  const reach = { rule: "teacups-to-cakestand", ruleName: "Teacups → Cakestand", isThere: false };
  await expect.poll(async () => (await opened("9101")).reach).toEqual(reach);
  expect((await opened("9102")).reach, "the rule does not fit it").toBeUndefined();
  const elsewhere = await opened("9104");
  expect(elsewhere).toMatchObject({ outcome: "other-channel" });
  expect(elsewhere.reach, "there was no thank-you page").toBeUndefined();
});

test("an order from before the first publishing is explained by no rules, and its decision is in the file", async () => {
  const facts = someFacts({ shop: REACHED, reference: "before-any" as PurchaseReference });
  const nothing = compile({ format: 1, rules: [] }, 0, someCatalog());
  await admin.database.inShop(REACHED, async (tenant) => {
    const made = { id: "d-0" as DecisionId, at: NOON, rulebookVersion: 0, decision: decide(facts, nothing) };
    await saveDecisions(tenant, [{ ...someDecision(facts), made, evidence: evidenceOf(facts, nothing) }]);
    await saveOrder(tenant, someOrder({ id: "9103" as OrderId, reference: facts.reference }));
  });
  const told = await opened("9103");
  expect(told).toMatchObject({ outcome: "no-rules" });
  expect(told.decisions).toMatchObject([{ rulebookVersion: 0, why: { kind: "rules", differs: false, verdicts: [] } }]);
  const bundle = await (
    await admin.visit(downloadEvidence, "/app/orders/9103/evidence", { id: "9103" }, REACHED)
  ).json();
  const read = readEvidenceBundle(bundle);
  expect(read.kind === "valid" && read.bundle.decisions.map(({ version }) => version)).toEqual([0]);
});

test("an order of another shop, or of none, is not found", async () => {
  await admin.database.inShop(OTHER, (tenant) =>
    saveOrder(tenant, someOrder({ id: "7777" as OrderId, reference: "theirs" as PurchaseReference })),
  );
  for (const id of ["7777", "1", "nonsense", "5001'; drop table orders", "5001\0", "5".repeat(9_000)]) {
    expect((await admin.visit(openOrder, "/app/orders/x", { id })).status).toBe(404);
    expect((await admin.visit(downloadEvidence, "/app/orders/x/evidence", { id })).status).toBe(404);
  }
});

test("many orders come in pages, and every one is reached once", async () => {
  await admin.database.inShop(DEMO_SHOP, async (tenant) => {
    for (let number = 1; number <= 60; number += 1) {
      const id = `${6000 + number}` as OrderId;
      const reference = `r-${number}` as PurchaseReference;
      const line = { ...someOrder().lines[0], id: `${8000 + number}` as OrderLineId } as never;
      await saveOrder(tenant, someOrder({ id, reference, lines: [line], createdAt: NOON + (number % 7) * 1_000 }));
    }
  });
  const first = await list();
  const second = await list(`?after=${first.next}`);
  const third = await list(`?after=${second.next}`);
  expect([first.orders.length, second.orders.length, third.orders.length]).toEqual([25, 25, 11]);
  expect(third.next).toBeUndefined();
  const ids = [first, second, third].flatMap(({ orders }) => orders.map(({ id }) => id));
  expect(new Set(ids).size).toBe(61);
  expect((await list(`?before=${second.previous}`)).orders).toEqual(first.orders);
});

test("the address filters by what became of an order, by rule and by number", async () => {
  const ids = async (query: string) => (await list(query)).orders.map(({ id }) => id);
  expect(await ids("?outcome=accepted")).toEqual(["5001"]);
  expect(await ids("?outcome=accepted,declined&rule=teacups-to-cakestand")).toEqual(["5001"]);
  expect(await ids("?outcome=wallet")).toEqual([]);
  expect(await ids("?number=%231043&rule=teacups-to-cakestand")).toEqual(["5001"]);
  expect((await list("?rule=teacups-to-cakestand")).rule).toEqual({
    id: "teacups-to-cakestand",
    name: "Teacups → Cakestand",
  });
  expect((await list("?outcome=never&rule=%00&after=%00")).orders.length).toBe(25);
  expect(await ids("?number=%00%27")).toEqual([]);
});

test("rules to filter by are found by a part of their name", async () => {
  const found = async (named: string) =>
    (await admin.visit(findRules, `/app/orders/rules?${new URLSearchParams({ named })}`)).json();
  const rules = [{ id: "teacups-to-cakestand", name: "Teacups → Cakestand" }];
  expect(await found("")).toEqual({ rules });
  expect(await found("CAKE")).toEqual({ rules });
  expect(await found("100%_\0")).toEqual({ rules: [] });
});
