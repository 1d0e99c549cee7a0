import { expect, test } from "vitest";
import type { DecisionId, OrderId, PurchaseReference, Shop } from "#app/core/values/ids.ts";
import type { Tenant } from "#app/stores/database.ts";
import { saveDecisions } from "#app/stores/decisions.ts";
import { beginErasure, eraseSome } from "#app/stores/erasures.ts";
import { saveOrder } from "#app/stores/orders.ts";
import { loadErasure } from "#app/stores/read-models/kept-data-screen.ts";
import { keepShopperEvent } from "#app/stores/shopper-events.ts";
import { saveInstalled } from "#app/stores/shops.ts";
import { NOON, someFacts } from "#tests/support/builders.ts";
import { testDatabase } from "#tests/support/test-database.ts";
import { LONDON_SHOP, someDecision, someOrder } from "./filled-shop.ts";

const database = await testDatabase();
const LATER = NOON + 86_400_000;
let shops = 0;

/** A shop with orders 1, 2, …, which are all to be erased. */
async function shopWith(orders: number): Promise<Shop> {
  const shop = `erasing-${++shops}.myshopify.com` as Shop;
  await saveInstalled(database, shop, LONDON_SHOP, NOON);
  await database.inShop(shop, async (tenant) => {
    for (let number = 1; number <= orders; number += 1) await order(number)(tenant);
    await beginErasure(tenant, { run: "run", before: LATER, by: "1", now: LATER });
  });
  return shop;
}

const reference = (number: number) => `r-${number}` as PurchaseReference;
const order =
  (number: number) =>
  (tenant: Tenant): Promise<unknown> =>
    saveOrder(tenant, someOrder({ id: `${number}` as OrderId, reference: reference(number) }));
const visit =
  (number: number, id: string) =>
  async (tenant: Tenant): Promise<unknown> => {
    const facts = someFacts({ reference: reference(number), surface: "order-status" });
    const { made, ...record } = someDecision(facts);
    await saveDecisions(tenant, [{ ...record, made: { ...made, id: id as DecisionId, at: LATER + 1 } }]);
    return keepShopperEvent(tenant, {
      reference: reference(number),
      surface: "order-status",
      step: 1,
      kind: "impression",
      at: LATER + 1,
    });
  };
const erase = (limit: number) => (tenant: Tenant) => eraseSome(tenant, "run", { limit, now: LATER });
const outcomes = (shop: Shop) =>
  database.inShop(shop, async ({ db }) => ({
    kept: await db.$queryRaw`select * from order_outcomes order by order_id`,
    fromScratch: await db.$queryRaw`
      select * from encore_outcome_of(${shop}, array(select order_id from orders)) order by order_id`,
  }));

test("a shopper who comes back to an order as it is erased is heard, and the order is gone all the same", async () => {
  const shop = await shopWith(1);
  const going = Promise.withResolvers<void>();
  const gone = Promise.withResolvers<void>();
  const erasing = database.inShop(shop, async (tenant) => {
    await erase(10)(tenant);
    going.resolve();
    await gone.promise;
  });
  await going.promise;
  const visiting = database.inShop(shop, visit(1, "back"));
  await new Promise((resolve) => setTimeout(resolve, 300));
  gone.resolve();
  await erasing;
  await visiting;
  expect(await outcomes(shop)).toEqual({ kept: [], fromScratch: [] });
});

test("two that erase at once, while orders are read again and shoppers come back, end without a word of any of them lost", async () => {
  const ORDERS = 60;
  const shop = await shopWith(ORDERS);
  const eraseAll = async () => {
    while ((await database.inShop(shop, erase(7))) === "goes-on");
  };
  const happenings = Array.from({ length: ORDERS }, (_, index) => [
    visit(index + 1, `back-${index}`),
    order(index + 1),
  ]);
  const happen = async (mine: number) => {
    for (const [index, both] of happenings.entries()) {
      if (index % 3 === mine) for (const happens of both) await database.inShop(shop, happens);
    }
  };
  await Promise.all([eraseAll(), eraseAll(), happen(0), happen(1), happen(2)]);
  const { kept, fromScratch } = await outcomes(shop);
  expect(kept).toEqual(fromScratch);
  expect(await database.inShop(shop, loadErasure)).toMatchObject({ state: "done", endedAt: LATER });
  const heard = await database.inShop(shop, ({ db }) => db.shopperEvent.count());
  expect(heard).toBe(ORDERS);
}, 60_000);

test("an order that is read again as it is to go is not left behind as erased", async () => {
  const shop = await shopWith(1);
  const read = Promise.withResolvers<void>();
  const begun = Promise.withResolvers<void>();
  const reading = database.inShop(shop, async (tenant) => {
    await order(1)(tenant);
    begun.resolve();
    await read.promise;
  });
  await begun.promise;
  const erasing = database.inShop(shop, erase(10));
  await new Promise((resolve) => setTimeout(resolve, 300));
  read.resolve();
  await reading;
  let outcome = await erasing;
  while (outcome === "goes-on") outcome = await database.inShop(shop, erase(10));
  expect(await database.inShop(shop, ({ db }) => db.order.count())).toBe(0);
});
