import { afterAll, beforeAll, expect, test } from "vitest";
import type { Limits } from "#app/core/rules/rulebook.ts";
import type { PurchaseReference, RuleId, Shop } from "#app/core/values/ids.ts";
import { loadDecisions } from "#app/stores/decisions.ts";
import { NOON, pounds, someRule } from "#tests/support/builders.ts";
import { testDatabase } from "#tests/support/test-database.ts";
import { openShop } from "./open-shop.ts";
import { type ShopperOnPage, shopperOnPage, shown } from "./shopper-on-page.ts";
import { type ShoppersServer, shoppersServer } from "./shoppers-server.ts";

const database = await testDatabase();
const RULE = "teacups-to-cakestand" as RuleId;
let server: ShoppersServer;
let shops = 0;
let purchases = 0;

beforeAll(async () => {
  server = await shoppersServer(database);
});

afterAll(() => server.close());

/** A shop of its own, whose one rule has these limits. */
async function shopWith(
  limits: Limits,
): Promise<(customerId?: string) => ShopperOnPage & { readonly reference: string }> {
  shops += 1;
  const shop = `limits-${shops}.myshopify.com` as Shop;
  await openShop(database, { shop, rules: [someRule({ limits })] });
  await server.live.warm([shop]);
  return (customerId = String(7_000 + purchases)) => {
    purchases += 1;
    const reference = `limited-${purchases}`;
    return { ...shopperOnPage(server, reference, { shop, customerId }), reference };
  };
}

const eventsOf = (reference: string) =>
  database.inShop(`limits-${shops}.myshopify.com` as Shop, ({ db }) =>
    db.shopperEvent.findMany({ where: { reference }, select: { kind: true, rule: true, detail: true } }),
  );

/** The machine may be too busy to answer all of them in time: whoever is told to ask again does. */
async function insistently(
  shopper: ShopperOnPage,
  offer: Awaited<ReturnType<ShopperOnPage["offered"]>>,
): Promise<string> {
  for (;;) {
    const { status, body } = await shopper.accept(shown(offer));
    if (status !== 503) return (body as { kind: string }).kind;
  }
}

test("of fifty shoppers who say yes at the same moment to what ten may have today, exactly ten do", async () => {
  const visit = await shopWith({ acceptsPerDay: 10 });
  const shoppers = Array.from({ length: 50 }, () => visit());
  const offers = await Promise.all(shoppers.map((shopper) => shopper.offered()));
  const answers = await Promise.all(shoppers.map((shopper, index) => insistently(shopper, offers[index])));
  expect(answers.filter((kind) => kind === "accepted")).toHaveLength(10);
  expect(answers.filter((kind) => kind === "unavailable")).toHaveLength(40);
  const late = shoppers[answers.indexOf("unavailable")];
  expect(await eventsOf(late?.reference ?? "")).toMatchObject([
    { kind: "unavailable", rule: RULE, detail: { why: "accepts-per-day" } },
  ]);
}, 60_000);

test("who said yes in time may ask again; tomorrow, by the shop's clock, there is more", async () => {
  const visit = await shopWith({ acceptsPerDay: 1 });
  const [first, second] = [visit(), visit()];
  const [offer, other] = [shown(await first.offered()), shown(await second.offered())];
  expect(await first.accepted(offer)).toBe("accepted");
  expect(await second.accepted(other)).toBe("unavailable");
  expect(await first.accepted(offer)).toBe("accepted");
  server.now = Date.parse("2026-11-22T00:00:00Z");
  const third = visit();
  expect(await third.accepted(shown(await third.offered()))).toBe("accepted");
  server.now = NOON;
});

test("a rule that is used up for today is not offered any more", async () => {
  const visit = await shopWith({ acceptsPerDay: 1 });
  const first = visit();
  await first.accepted(shown(await first.offered()));
  await expect.poll(() => visit().offered()).toBeUndefined();
});

test("a budget of discounts is never passed, not by a penny, and what still fits is given", async () => {
  const visit = await shopWith({ discountBudget: pounds(5) });
  const shoppers = Array.from({ length: 6 }, () => visit());
  const offers = await Promise.all(shoppers.map((shopper) => shopper.offered()));
  // £1.91 each: the third would make it £5.73.
  const answers = await Promise.all(shoppers.map((shopper, index) => insistently(shopper, offers[index])));
  expect(answers.filter((kind) => kind === "accepted")).toHaveLength(2);
  const refused = shoppers[answers.indexOf("unavailable")];
  expect(await eventsOf(refused?.reference ?? "")).toMatchObject([{ detail: { why: "discount-budget" } }]);
});

test("a customer with two purchases at once takes a once-in-a-lifetime offer once", async () => {
  const visit = await shopWith({ oncePerCustomer: {} });
  const tabs = [visit("9001"), visit("9001")];
  await expect.poll(async () => (await Promise.all(tabs.map((tab) => tab.offered()))).every(Boolean)).toBe(true);
  const offers = await Promise.all(tabs.map((tab) => tab.offered()));
  const answers = await Promise.all(tabs.map((tab, index) => insistently(tab, offers[index])));
  expect(answers.sort()).toEqual(["accepted", "unavailable"]);
});

test("who declined it is not offered it again, and others are", async () => {
  const visit = await shopWith({ oncePerCustomer: {} });
  const before = visit("9002");
  await before.declined(shown(await before.offered()));
  const again = visit("9002");
  expect(await again.offered()).toBeUndefined();
  await server.decisions.flush();
  const shop = `limits-${shops}.myshopify.com` as Shop;
  const [record] = await database.inShop(shop, (tenant) => loadDecisions(tenant, again.reference as PurchaseReference));
  expect(record?.evidence?.facts.history?.answers).toMatchObject([{ rule: RULE, answer: "declined" }]);
  expect(await visit("9003").offered()).toBeDefined();
});

test("after so many days it may be offered again", async () => {
  const visit = await shopWith({ oncePerCustomer: { days: 30 } });
  const before = visit("9004");
  await before.declined(shown(await before.offered()));
  server.now = NOON + 29 * 24 * 60 * 60_000;
  expect(await visit("9004").offered()).toBeUndefined();
  server.now = NOON + 31 * 24 * 60 * 60_000;
  expect(await visit("9004").offered()).toBeDefined();
  server.now = NOON;
});
