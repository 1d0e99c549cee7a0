import pg from "pg";
import { afterAll, beforeAll, expect, test } from "vitest";
import type { RuleId, Shop } from "#app/core/values/ids.ts";
import { pauseFailingRule } from "#app/flows/pause-failing-rule.ts";
import { saveProducts } from "#app/stores/catalog.ts";
import { NOON, someProduct, someRule, someVariant } from "#tests/support/builders.ts";
import { testDatabase } from "#tests/support/test-database.ts";
import { openShop } from "./open-shop.ts";
import { shopperOnPage, shown } from "./shopper-on-page.ts";
import { type ShoppersServer, shoppersServer } from "./shoppers-server.ts";

const database = await testDatabase();
const shop = "failing.myshopify.com" as Shop;
const rule = "teacups-to-cakestand" as RuleId;
let server: ShoppersServer;

beforeAll(async () => {
  await openShop(database, { shop, rules: [someRule({ pauseAfter: { soldOut: 2, paymentErrors: 2 } })] });
  server = await shoppersServer(database);
  await server.live.warm([shop]);
});

afterAll(() => server.close());

const visit = (reference: string) => shopperOnPage(server, reference, { shop });
let others = 0;
/** What the next shopper is offered: what was changed may take a moment to be live. */
const offeredToAnother = () => {
  others += 1;
  return visit(`another-${others}`).offered();
};
const look = () => pauseFailingRule({ database, now: () => server.now }, { shop, rule });

/** The rules that jobs wait to look at. */
async function lookedAt(): Promise<unknown[]> {
  const owner = new pg.Client({ connectionString: database.ownerUrl });
  await owner.connect();
  const { rows } = await owner.query(`
    select jobs.payload from graphile_worker._private_jobs jobs
    join graphile_worker._private_tasks tasks on tasks.id = jobs.task_id
    where tasks.identifier = 'pause-failing-rule'`);
  await owner.query("delete from graphile_worker._private_jobs");
  await owner.end();
  return rows.map(({ payload }) => payload);
}

test("charges that fail ask for a look at the rule, and pause it; from then on nobody is offered it", async () => {
  for (const reference of ["first", "second"]) {
    server.now += 1_000;
    const shopper = visit(reference);
    const offer = shown(await shopper.offered());
    await shopper.accepted(offer);
    await shopper.applied(offer, "unprocessed", ["payment_required"]);
    expect(await lookedAt()).toEqual([{ shop, rule }]);
  }
  expect(await look()).toMatchObject({ kind: "paused", because: { what: "paymentErrors", inARow: 2 } });
  await expect.poll(offeredToAnother).toBeUndefined();
});

test("yeses to what has sold out ask for a look at the rule too; the same shopper counts once", async () => {
  await openShop(database, { shop, rules: [someRule({ pauseAfter: { soldOut: 2 } })] });
  await expect.poll(offeredToAnother).toBeDefined();
  server.now += 1_000;
  const shopper = visit("hopeful");
  const offer = shown(await shopper.offered());
  const soldOut = someProduct({
    variants: [someVariant({ stock: { kind: "unavailable" } })],
    updatedAt: NOON + 1,
  });
  await database.inShop(shop, (tenant) => saveProducts(tenant, [soldOut]));
  for (let times = 0; times < 3; times++) expect(await shopper.accepted(offer)).toBe("unavailable");
  expect(await lookedAt()).toEqual([{ shop, rule }]);
  expect(await look()).toEqual({ kind: "goes-on" });
});

test("what went through asks for nothing", async () => {
  await openShop(database, { shop, products: [someProduct({ updatedAt: NOON + 2 })] });
  await expect.poll(offeredToAnother).toBeDefined();
  const shopper = visit("content");
  const offer = shown(await shopper.offered());
  await shopper.accepted(offer);
  await shopper.applied(offer);
  expect(await lookedAt()).toEqual([]);
});
