import { expect, test } from "vitest";
import type { CatalogProduct } from "#app/core/catalog/catalog.ts";
import type { ProductSource, Rulebook } from "#app/core/rules/rulebook.ts";
import type {
  DecisionId,
  OrderId,
  ProductId,
  PurchaseReference,
  RuleId,
  Shop,
  VariantId,
} from "#app/core/values/ids.ts";
import { keepAcceptance } from "#app/stores/acceptances.ts";
import { markDeleted, saveProducts } from "#app/stores/catalog.ts";
import { saveDecisions } from "#app/stores/decisions.ts";
import { appendEarnings } from "#app/stores/earnings.ts";
import { saveOrder } from "#app/stores/orders.ts";
import { loadOrderScreen } from "#app/stores/read-models/order-screen.ts";
import { loadOrdersScreen, type OrdersAsk } from "#app/stores/read-models/orders-screen.ts";
import { loadRulesScreen } from "#app/stores/read-models/rules-screen.ts";
import { loadTitles } from "#app/stores/read-models/titles.ts";
import { makeLive } from "#app/stores/rulebook-live.ts";
import { addVersion, publishVersion, saveDraft } from "#app/stores/rulebooks.ts";
import { keepShopperEvent } from "#app/stores/shopper-events.ts";
import { saveInstalled } from "#app/stores/shops.ts";
import {
  CAKESTAND,
  CAKESTAND_ROSE,
  NOON,
  pounds,
  someAcceptance,
  someFacts,
  someLine,
  someProduct,
  someRule,
  someVariant,
  TEA_TIME,
} from "#tests/support/builders.ts";
import { testDatabase } from "#tests/support/test-database.ts";
import { fillShop, LONDON_SHOP, ONE_RULE, someDecision, someEarning, someOrder } from "./filled-shop.ts";

const database = await testDatabase();
let shops = 0;
const newShop = () => `shop-${++shops}.myshopify.com` as Shop;
const orders = (shop: Shop, ask: OrdersAsk = {}) => database.inShop(shop, (tenant) => loadOrdersScreen(tenant, ask));
const order = (shop: Shop, id: string) => database.inShop(shop, (tenant) => loadOrderScreen(tenant, id as OrderId));

async function installed(): Promise<Shop> {
  const shop = newShop();
  await saveInstalled(database, shop, LONDON_SHOP, NOON);
  return shop;
}

test("the rules' screen of a new shop is empty, with the shop's currency and clock", async () => {
  expect(await database.inShop(await installed(), loadRulesScreen)).toEqual({
    shop: { currency: "GBP", timezone: "Europe/London" },
    draft: { rulebook: { format: 1, rules: [] }, revision: 0 },
    products: [],
    collections: [],
    scopes: LONDON_SHOP.scopes,
    discounts: [],
  });
});

test("the rules' screen tells the draft from what is live, and a deleted product by what we knew of it", async () => {
  const shop = await installed();
  await fillShop(database, shop);
  const edited = { ...ONE_RULE, rules: [someRule({ name: "Edited" })] };
  await database.inShop(shop, async (tenant) => {
    await saveDraft(tenant, edited, { expectedRevision: 1, by: "merchant", now: NOON });
    await publishVersion(tenant, ONE_RULE, { by: "merchant", now: NOON, note: "" });
    await markDeleted(tenant, CAKESTAND, NOON + 1);
  });
  const deleted: CatalogProduct = someProduct({ status: "deleted", updatedAt: NOON + 1 });
  expect(await database.inShop(shop, loadRulesScreen)).toEqual({
    shop: { currency: "GBP", timezone: "Europe/London" },
    draft: { rulebook: edited, revision: 2 },
    published: { rulebook: ONE_RULE, version: 2 },
    products: [deleted],
    collections: [{ id: TEA_TIME, title: "Tea time" }],
    scopes: LONDON_SHOP.scopes,
    discounts: [{ rule: someRule().id, digest: "0123456789abcdef" }],
  });
});

test("the rules' screen tells while a version is being tried that it is, and by how many", async () => {
  const shop = newShop();
  await fillShop(database, shop);
  await database.inShop(shop, async (tenant) => {
    const version = await addVersion(tenant, { format: 1, rules: [] }, { by: "1", now: NOON, note: "" });
    const trial = { version, percent: 10, seed: version };
    await makeLive(tenant, { version: 1, trial }, { kind: "trial-began", version, percent: 10, by: "1", at: NOON });
  });
  expect(await database.inShop(shop, loadRulesScreen)).toMatchObject({
    published: { version: 1 },
    trial: { version: 2, percent: 10 },
  });
});

test("what rules name is known by its title: in a condition, an offer, a bundle, what follows, by a variant; nothing else is", async () => {
  const shop = await installed();
  const ids = ["1", "2", "3", "4", "5", "6"] as ProductId[];
  await database.inShop(shop, (tenant) =>
    saveProducts(
      tenant,
      ids.map((id) =>
        someProduct({
          id,
          title: `No. ${id}`,
          variants: [someVariant({ id: `9${id}` as VariantId, inventoryItem: `8${id}` })],
        }),
      ),
    ),
  );
  const base = someRule();
  const offering = (source: ProductSource) => ({ offer: { ...base.path.offer, source } });
  const [one, two, three, four, five] = ids as [ProductId, ProductId, ProductId, ProductId, ProductId];
  const rulebook: Rulebook = {
    format: 1,
    rules: [
      someRule({
        when: {
          all: [
            { kind: "product", lines: "any", products: [one] },
            { any: [{ kind: "variant", lines: "any", variants: ["95" as VariantId] }] },
          ],
        },
        path: {
          ...offering({ kind: "named", products: [{ product: two }] }),
          ifDeclined: offering({
            kind: "bundle",
            items: [
              { product: three, quantity: 1 },
              { product: four, quantity: 1 },
            ],
          }),
        },
      }),
    ],
  };
  const { products } = await database.inShop(shop, (tenant) => loadTitles(tenant, [rulebook]));
  expect(products.map(({ title }) => title)).toEqual(["No. 1", "No. 2", "No. 3", "No. 4", "No. 5"]);
  expect(products.find(({ id }) => id === five)?.variants).toEqual([{ id: "95", title: "Default Title" }]);
});

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

test("an order with an accepted offer shows what was offered, seen, accepted and earned", async () => {
  const shop = newShop();
  await fillShop(database, shop);
  expect(await orders(shop)).toEqual({
    shop: { currency: "GBP", timezone: "Europe/London" },
    hasOrders: true,
    orders: [
      {
        id: "5001",
        name: "#1043",
        outcome: "accepted",
        at: NOON + 10_000,
        total: pounds(48.2),
        decided: {
          kind: "show",
          surface: "post-purchase",
          rule: "teacups-to-cakestand",
          ruleName: "Teacups → Cakestand",
          titles: ["Regency Cakestand 3 Tier"],
          arrangement: "one-of",
          offerPrices: [pounds(10.84)],
        },
        seenAt: NOON + 19_000,
        answer: { kind: "accepted", at: NOON + 27_000 },
        earned: pounds(10.84),
      },
    ],
  });
});

test("a refund takes the earning away again", async () => {
  const shop = newShop();
  await fillShop(database, shop);
  const refund = someEarning({ kind: "refunded", source: "r1", amount: pounds(-10.84), at: NOON + 90_000 });
  await database.inShop(shop, (tenant) => appendEarnings(tenant, [refund]));
  expect((await orders(shop)).orders[0]?.earned).toEqual(pounds(0));
  expect((await order(shop, "5001"))?.earnings).toEqual([someEarning(), refund]);
});

test("orders that were declined, shown nothing, never asked about or cancelled each say so", async () => {
  const shop = await installed();
  const reference = (name: string) => name as PurchaseReference;
  await database.inShop(shop, async (tenant) => {
    const nothing = someDecision(
      someFacts({ reference: reference("r-nothing"), lines: [someLine({ product: CAKESTAND })] }),
    );
    await saveDecisions(tenant, [someDecision(someFacts({ reference: reference("r-declined") })), nothing]);
    for (const kind of ["impression", "decline"] as const) {
      await keepShopperEvent(tenant, {
        reference: reference("r-declined"),
        surface: "post-purchase",
        step: 1,
        kind,
        at: NOON + 1,
      });
    }
    for (const [index, name] of ["declined", "nothing", "unasked"].entries()) {
      await saveOrder(
        tenant,
        someOrder({
          id: `${7001 + index}` as OrderId,
          name,
          reference: reference(`r-${name}`),
          createdAt: NOON - index,
          ...(name === "unasked" && { cancelledAt: NOON + 9 }),
        }),
      );
    }
  });
  const [declined, nothing, unasked] = (await orders(shop)).orders;
  expect(declined).toMatchObject({
    decided: { kind: "show" },
    answer: { kind: "declined", at: NOON + 1 },
    earned: pounds(0),
  });
  expect(nothing).toMatchObject({ decided: { kind: "nothing", reason: "no-rule-fits" } });
  expect(nothing).not.toHaveProperty("seenAt");
  expect(unasked).toMatchObject({ name: "unasked", cancelledAt: NOON + 9 });
  expect(unasked).not.toHaveProperty("decided");
});

test("a yes that the store did not carry out is told as such, until it is in the order after all", async () => {
  const shop = await installed();
  await database.inShop(shop, async (tenant) => {
    await keepAcceptance(tenant, someAcceptance());
    const { reference } = someOrder();
    const detail = { status: "unprocessed", errors: ["payment_required"] };
    await keepShopperEvent(tenant, {
      reference,
      surface: "post-purchase",
      step: 1,
      kind: "applied",
      at: NOON + 1,
      detail,
    });
    await saveOrder(tenant, someOrder());
  });
  expect((await orders(shop)).orders[0]?.answer?.kind).toBe("not-added");
  await database.inShop(shop, (tenant) => appendEarnings(tenant, [someEarning()]));
  expect((await orders(shop)).orders[0]?.answer?.kind).toBe("accepted");
});

test("a purchase that has not become an order yet is no order", async () => {
  const shop = await installed();
  await database.inShop(shop, async (tenant) => {
    await saveDecisions(tenant, [someDecision()]);
    await keepAcceptance(tenant, someAcceptance());
  });
  expect((await orders(shop)).orders).toEqual([]);
  expect(await order(shop, "5001")).toBeUndefined();
});

test("seven orders in pages of three are met once each, forwards and backwards, equal times included", async () => {
  const shop = await installed();
  await database.inShop(shop, async (tenant) => {
    for (const index of [1, 2, 3, 4, 5, 6, 7]) {
      const id = `${8000 + index}` as OrderId;
      await saveOrder(tenant, someOrder({ id, name: `#${index}`, createdAt: NOON + Math.floor(index / 2) * 1_000 }));
    }
  });
  const names = (page: { orders: readonly { name: string }[] }) => page.orders.map(({ name }) => name);
  const first = await orders(shop, { limit: 3 });
  const second = await orders(shop, { limit: 3, after: first.next as string });
  const third = await orders(shop, { limit: 3, after: second.next as string });
  expect([first, second, third].map(names)).toEqual([["#7", "#6", "#5"], ["#4", "#3", "#2"], ["#1"]]);
  expect([first.previous, third.next]).toEqual([undefined, undefined]);
  const back = await orders(shop, { limit: 3, before: third.previous as string });
  const start = await orders(shop, { limit: 3, before: back.previous as string });
  expect([back, start].map(names)).toEqual([names(second), names(first)]);
  expect(start.previous).toBeUndefined();
  expect(names(await orders(shop, { limit: 3, after: start.next as string }))).toEqual(names(second));
  expect(names(await orders(shop, { limit: 3, after: "'; drop table orders" }))).toEqual(names(first));
  expect(names(await orders(shop, { limit: 3, after: "999999999999999-1" }))).toEqual(names(first));
});

test("of several pages the one that showed something is told, the one that accepted before all others", async () => {
  const shop = newShop();
  await fillShop(database, shop);
  const reference = "r-pages" as PurchaseReference;
  const nothing = someDecision(
    someFacts({ shop, reference, lines: [someLine({ product: CAKESTAND })] }),
    "on-the-page",
  );
  const shown = someDecision(someFacts({ shop, reference, surface: "thank-you" }), "on-thank-you");
  const { decision } = someDecision(someFacts({ shop, reference })).made;
  await database.inShop(shop, async (tenant) => {
    await saveDecisions(tenant, [nothing, { ...shown, made: { ...shown.made, decision } }]);
    await saveOrder(tenant, someOrder({ id: "7001" as OrderId, reference }));
  });
  const row = (await orders(shop)).orders.find(({ id }) => id === "7001");
  expect(row?.decided).toMatchObject({ kind: "show", surface: "thank-you" });
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
