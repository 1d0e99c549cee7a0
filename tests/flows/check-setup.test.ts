import { expect, test } from "vitest";
import type { OrderAsRead } from "#app/core/attribution/attribution.ts";
import type { OrderId, PurchaseReference, Shop } from "#app/core/values/ids.ts";
import { embedIn } from "#app/shopify/read-setup.ts";
import type { Database } from "#app/stores/database.ts";
import { saveDecisions } from "#app/stores/decisions.ts";
import { saveOrder } from "#app/stores/orders.ts";
import { openDemoShop } from "#tests/sandbox/demo-shop.ts";
import { someFacts } from "#tests/support/builders.ts";
import { testDatabase } from "#tests/support/test-database.ts";
import { someDecision, someOrder } from "../stores/filled-shop.ts";
import { APP_CONFIGURATION, encoreFor } from "./encore-for.ts";

const database = await testDatabase();
/** A token of one demo shop is none of the next. */
const silent = await testDatabase();
const elsewhere = await testDatabase();
const MINUTE = 60_000;

test("a look tells whether the page is ours, when another app took it over, and that it is ours again", async () => {
  const demo = await openDemoShop({ toml: APP_CONFIGURATION });
  const encore = await encoreFor(demo, database);
  const shop = demo.store.shop.domain as Shop;
  const look = () => encore.flows.checkSetup({ shop });
  expect(await look()).toMatchObject({ pageChosen: true, embed: "unknown" });
  demo.store.dials.postPurchaseApp = "another";
  const lost = await look();
  expect(lost).toMatchObject({ pageChosen: false, pageLostAt: lost?.checkedAt });
  expect(await look()).toMatchObject({ pageLostAt: lost?.checkedAt });
  demo.store.dials.postPurchaseApp = "ours";
  expect(await look()).not.toHaveProperty("pageLostAt");
});

/** Orders a minute apart from now on, each asked about or not. */
function purchasesOf(of: Pick<Database, "inShop">, shop: Shop, began: number) {
  return async (number: number, isAsked: boolean, sold: Partial<OrderAsRead> = {}) => {
    const reference = `silent-${number}` as PurchaseReference;
    const at = began + number * MINUTE;
    const order = someOrder({ id: `${7000 + number}` as OrderId, reference, createdAt: at + 1_000, ...sold });
    await of.inShop(shop, async (tenant) => {
      const record = someDecision(someFacts({ shop, reference }));
      if (isAsked) await saveDecisions(tenant, [{ ...record, made: { ...record.made, at } }]);
      await saveOrder(tenant, order);
    });
  };
}

test("what is sold at a point of sale, by a draft order or in another channel never sounds the alarm", async () => {
  const demo = await openDemoShop({ toml: APP_CONFIGURATION });
  const encore = await encoreFor(demo, elsewhere);
  const shop = demo.store.shop.domain as Shop;
  const began = Date.now();
  const purchase = purchasesOf(elsewhere, shop, began);
  for (let number = 1; number <= 20; number += 1) await purchase(number, true, { isFromOnlineStore: true });
  for (let number = 21; number <= 60; number += 1) await purchase(number, false, { isFromOnlineStore: false });
  expect(await encore.flows.checkSetup({ shop })).not.toHaveProperty("silentSince");
  for (let number = 61; number <= 66; number += 1) await purchase(number, false, { isFromOnlineStore: true });
  expect(await encore.flows.checkSetup({ shop })).toMatchObject({ silentSince: began + 20 * MINUTE, silentOrders: 6 });
});

test("orders that should have asked and did not sound the alarm, with when the page asked last", async () => {
  const demo = await openDemoShop({ toml: APP_CONFIGURATION });
  const encore = await encoreFor(demo, silent);
  const shop = demo.store.shop.domain as Shop;
  const began = Date.now();
  const purchase = purchasesOf(silent, shop, began);
  for (let number = 1; number <= 20; number += 1) await purchase(number, true);
  for (let number = 21; number <= 24; number += 1) await purchase(number, false);
  expect(await encore.flows.checkSetup({ shop })).not.toHaveProperty("silentSince");
  for (let number = 25; number <= 26; number += 1) await purchase(number, false);
  expect(await encore.flows.checkSetup({ shop })).toMatchObject({ silentSince: began + 20 * MINUTE, silentOrders: 6 });
  await purchase(27, true);
  expect(await encore.flows.checkSetup({ shop })).not.toHaveProperty("silentSince");
});

test("a shop that has not the app is not looked at", async () => {
  const demo = await openDemoShop({ toml: APP_CONFIGURATION });
  const encore = await encoreFor(demo, database);
  expect(await encore.flows.checkSetup({ shop: "nobody.myshopify.com" as Shop })).toBeUndefined();
});

const settings = (blocks: unknown) => `/*\n * auto-generated\n */\n${JSON.stringify({ current: { blocks } })}`;
const ours = "shopify://apps/encore-second-sale/blocks/drawer-offer/0190-abcd";

test("the cart's embed is on where the theme has it and has not switched it off", () => {
  expect(embedIn(settings({ 1: { type: ours } }))).toBe("on");
  expect(embedIn(settings({ 1: { type: ours, disabled: true } }))).toBe("off");
  expect(embedIn(settings({ 1: { type: "shopify://apps/other/blocks/drawer/1" } }))).toBe("off");
  expect(embedIn(settings(undefined))).toBe("off");
  expect(embedIn('{"current": "Default"}')).toBe("off");
});

test("a theme whose settings are no JSON, or no theme's, tells nothing", () => {
  expect(embedIn("not json")).toBe("unknown");
  expect(embedIn("[]")).toBe("unknown");
});
