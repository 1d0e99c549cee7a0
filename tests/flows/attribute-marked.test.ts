import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { MARK_ATTRIBUTE, type Mark, markText } from "#app/core/extract/mark.ts";
import type { OrderId, PurchaseReference, RuleId, Shop } from "#app/core/values/ids.ts";
import { attributeOrder } from "#app/flows/attribute-order.ts";
import { exportEvidence } from "#app/flows/export-evidence.ts";
import { recordSurfaceEvent, type SurfaceTelling } from "#app/flows/record-surface-event.ts";
import { loadAcceptances } from "#app/stores/acceptances.ts";
import { loadCustomerFacts } from "#app/stores/customer-facts.ts";
import { loadEarnings } from "#app/stores/earnings.ts";
import { liveShops } from "#app/stores/live-shops.ts";
import { loadOrderScreen } from "#app/stores/read-models/order-screen.ts";
import { openShop } from "#tests/http/open-shop.ts";
import {
  CAKESTAND,
  GBP,
  NOON,
  pounds,
  someFacts,
  someLine,
  someProduct,
  someRule,
  someVariant,
  TEACUP,
  TEACUP_ROSE,
} from "#tests/support/builders.ts";
import { data, loopbackShopify } from "#tests/support/loopback-shopify.ts";
import { type OrderStory, orderNode } from "#tests/support/order-nodes.ts";
import { testApp } from "#tests/support/shopify-app.ts";
import { testDatabase } from "#tests/support/test-database.ts";

const database = await testDatabase();
const loopback = await loopbackShopify();
const { adminOf, exclusively, install } = testApp(database);
const live = liveShops(database);
const needs = { database, adminOf, exclusively, live };
const shop = "marked.myshopify.com" as Shop;
const rule = "teacups" as RuleId;
const orders = new Map<string, OrderStory>();
let latest = 3_000;

/** The order's own line, two teacups at £10.20 each, is what this rule offers. */
const offered = someRule({
  id: rule,
  surfaces: ["cart", "checkout", "thank-you", "order-status"],
  when: { all: [] },
  limits: { acceptsPerDay: 100 },
  path: { offer: { ...someRule().path.offer, source: { kind: "named", products: [{ product: TEACUP }] } } },
});

beforeAll(async () => {
  await install(shop);
  const teacup = someProduct({
    id: TEACUP,
    title: "Teacup",
    variants: [someVariant({ id: TEACUP_ROSE, price: pounds(12) })],
  });
  await openShop(database, { shop, rules: [offered], products: [teacup, someProduct()] });
  await live.warm([shop]);
});

afterAll(() => live.close());

beforeEach(() => {
  loopback.answer = ({ variables }) => {
    const story = orders.get(String(variables.id).split("/").at(-1) ?? "");
    return data({ order: story ? orderNode(story) : null });
  };
});

function anOrder(story: Omit<OrderStory, "id"> = {}): OrderId {
  const id = String(++latest);
  orders.set(id, { id, ...story });
  return id as OrderId;
}

const markOf = (changes: Partial<Mark> = {}): Mark => ({
  surface: "thank-you",
  rule,
  version: 1,
  step: 1,
  reference: `first-${latest + 1}` as PurchaseReference,
  ...changes,
});
const attribute = (mark: Mark | string) => [
  { key: MARK_ATTRIBUTE, value: typeof mark === "string" ? mark : markText(mark) },
];
const book = (order: OrderId) => attributeOrder(needs, { shop, order });
const ledger = (order: OrderId) => database.inShop(shop, (tenant) => loadEarnings(tenant, order));
const yesesOf = ({ reference }: Mark) => database.inShop(shop, (tenant) => loadAcceptances(tenant, reference));
const accepts = async () => {
  const ask = { rules: [rule], at: NOON, timezone: "Europe/London", currency: GBP };
  return (await database.inShop(shop, (tenant) => loadCustomerFacts(tenant, ask))).use[0]?.acceptsToday ?? 0;
};
const tell = (mark: Mark, kind: SurfaceTelling["kind"]) =>
  recordSurfaceEvent(
    { database, live },
    {
      facts: someFacts({
        shop,
        surface: mark.surface,
        reference: mark.reference,
        lines: [someLine({ product: CAKESTAND })],
      }),
      offer: { rule, version: 1, step: 1 },
      kind,
      items: kind === "accept" ? [{ variant: TEACUP_ROSE, quantity: 2 }] : [],
    },
    NOON,
  );

test("a checkout that an offer opened earns with the line that was offered, for the page and step of its mark", async () => {
  const mark = markOf();
  const order = anOrder({ attributes: attribute(mark), codes: ["B7K2"] });
  expect(await book(order)).toEqual({ kind: "attributed", booked: 1 });
  expect(await ledger(order)).toMatchObject([
    { kind: "earned", surface: "thank-you", rule, step: 1, amount: { minor: 2_040 } },
  ]);
});

test("whatever somebody has written as a mark, the order is read all the same", async () => {
  const long = "c".repeat(5_000);
  for (const text of ["1 cart 1099511627776 1 c1 teacups", "1 cart 1 1 c%00 teacups", `1 cart 1 1 ${long} teacups`]) {
    expect(await book(anOrder({ attributes: attribute(text) }))).toEqual({ kind: "attributed", booked: 0 });
  }
});

test("a line that a bump put into the cart earns, and is tied to its yes", async () => {
  const mark = markOf({ surface: "checkout" });
  await tell(mark, "accept");
  const order = anOrder({ lineAttributes: attribute(mark), token: mark.reference });
  await book(order);
  expect(await ledger(order)).toMatchObject([{ surface: "checkout" }]);
  expect(await yesesOf(mark)).toMatchObject([{ surface: "checkout", boughtIn: order }]);
});

test("a yes that was told is counted once: when it was told, not again with its order, however often that is read", async () => {
  const mark = markOf();
  const before = await accepts();
  await tell(mark, "accept");
  const order = anOrder({ attributes: attribute(mark) });
  await Promise.all(Array.from({ length: 5 }, () => book(order)));
  await tell(mark, "accept");
  expect((await accepts()) - before).toBe(1);
  expect(await ledger(order)).toHaveLength(1);
});

test("a yes that no page told of is counted when its order is booked, once, and not when it is told late", async () => {
  const mark = markOf();
  const before = await accepts();
  const order = anOrder({ attributes: attribute(mark) });
  await Promise.all(Array.from({ length: 5 }, () => book(order)));
  await tell(mark, "accept");
  expect((await accepts()) - before).toBe(1);
  expect(await yesesOf(mark)).toMatchObject([
    {
      rule,
      ruleName: offered.name,
      items: [{ product: TEACUP, quantity: 2 }],
      discountGiven: pounds(3.6),
      boughtIn: order,
    },
  ]);
});

test("an undo that arrives after the order takes nothing back: it was bought", async () => {
  const mark = markOf({ surface: "checkout" });
  await tell(mark, "accept");
  const order = anOrder({ lineAttributes: attribute(mark), token: mark.reference });
  await book(order);
  const counted = await accepts();
  await tell(mark, "undo");
  expect(await accepts()).toBe(counted);
  expect(await yesesOf(mark)).toHaveLength(1);
});

test.each([
  ["a rule that never was", markOf({ rule: "another" as RuleId })],
  ["a version that never was", markOf({ version: 9 })],
  ["a step that the rule has not", markOf({ step: 2 })],
  ["no offer of ours", "1 thank-you ?"],
])("a mark of %s earns nothing and is counted nowhere", async (_title, mark) => {
  const before = await accepts();
  const order = anOrder({ attributes: attribute(mark) });
  expect(await book(order)).toEqual({ kind: "attributed", booked: 0 });
  expect(await accepts()).toBe(before);
});

test("a marked line that is refunded gives back what it earned", async () => {
  const mark = markOf();
  const order = anOrder({ attributes: attribute(mark), changes: 1 });
  await book(order);
  orders.set(order, { id: order, attributes: attribute(mark), cancelled: true, changes: 2 });
  await book(order);
  expect((await ledger(order)).map(({ kind, amount }) => [kind, amount.minor])).toEqual([
    ["earned", 2_040],
    ["cancelled", -2_040],
  ]);
});

test("the order that was opened shows where it came from, and the first order what became of its offer", async () => {
  const mark = markOf();
  await tell(mark, "impression");
  await tell(mark, "accept");
  const first = anOrder({ token: mark.reference });
  await book(first);
  const second = anOrder({ attributes: attribute(mark) });
  await book(second);
  const [before, after] = await database.inShop(shop, async (tenant) => [
    await loadOrderScreen(tenant, first),
    await loadOrderScreen(tenant, second),
  ]);
  expect(before).toMatchObject({ acceptances: [{ boughtIn: second }], orderNames: { [second]: `#${second}` } });
  expect(after?.decisions).toMatchObject([{ facts: { surface: "thank-you", reference: mark.reference } }]);
  expect(after?.events.map(({ kind }) => kind)).toEqual(["accept", "impression"]);
  const evidence = await exportEvidence({ database }, { shop, order: first });
  expect(evidence?.events.map(({ kind, detail }) => [kind, detail])).toContainEqual([
    "accepted",
    expect.objectContaining({ surface: "thank-you" }),
  ]);
});
