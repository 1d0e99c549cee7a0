import pg from "pg";
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { decideAnswer } from "#app/contracts/post-purchase.ts";
import type { PurchaseReference, RuleId, Shop } from "#app/core/values/ids.ts";
import { loadAcceptances } from "#app/stores/acceptances.ts";
import { type Database, openDatabase } from "#app/stores/database.ts";
import { DEMO_SHOP, NOON, someRule } from "#tests/support/builders.ts";
import { testDatabase } from "#tests/support/test-database.ts";
import { type BreakableLine, breakableLine } from "./breakable-line.ts";
import { openShop } from "./open-shop.ts";
import { pageToken } from "./post-purchase-token.ts";
import { type ShopperAnswer, type ShoppersServer, shoppersServer } from "./shoppers-server.ts";

const direct = await testDatabase();
const CAREFUL_SHOP = "careful.myshopify.com" as Shop;
const onceEach = someRule({ id: "once-each" as RuleId, limits: { oncePerCustomer: {} } });
const toAnyone = someRule({
  id: "to-anyone" as RuleId,
  priority: 2,
  limits: { acceptsPerDay: 5 },
  path: { offer: { ...someRule().path.offer, words: { headline: { en: "To anyone" }, reason: {} } } },
});
let line: BreakableLine;
let overLine: Database;
let server: ShoppersServer;

beforeAll(async () => {
  await openShop(direct);
  await openShop(direct, { shop: CAREFUL_SHOP, rules: [onceEach, toAnyone] });
  const url = new URL(direct.url);
  line = await breakableLine({ host: url.hostname, port: Number(url.port) });
  overLine = openDatabase(Object.assign(url, { hostname: "127.0.0.1", port: String(line.port) }).href);
  server = await shoppersServer(overLine, { historyWithinMs: 50 });
  await server.live.warm([DEMO_SHOP, CAREFUL_SHOP]);
});

beforeEach(() => {
  line.state = "whole";
});

afterAll(async () => {
  line.state = "whole";
  await server.close();
  await overLine.close();
  await line.close();
});

async function ticketOf(referenceId: string): Promise<string> {
  const answer = decideAnswer.parse((await server.post("decide", pageToken(NOON, { referenceId }))).body);
  return answer.kind === "show" ? answer.offer.ticket : "";
}

const accept = (referenceId: string, ticket: string) =>
  server.post("accept", pageToken(NOON, { referenceId }), { ticket, items: [{ variantId: "2002", quantity: 1 }] });

function expectAskAgain(answer: ShopperAnswer): void {
  expect(answer.status).toBe(503);
  expect(Number(answer.headers.get("retry-after"))).toBeGreaterThan(0);
  expect(answer.headers.get("access-control-allow-origin")).toBe("*");
}

test.each(["cut", "silent"] as const)("with the line to the database %s, deciding goes on", async (state) => {
  await ticketOf("warmed-up");
  line.state = state;
  expect(await ticketOf(`decided-while-${state}`)).not.toBe("");
});

test.each(["cut", "silent"] as const)(
  "with the line to the database %s, what turns on the customer is unknown: another rule speaks, and in time",
  async (state) => {
    const shop = { id: 1, domain: CAREFUL_SHOP, metafields: [] };
    line.state = state;
    const took: number[] = [];
    for (let asked = 0; asked < 12; asked++) {
      const began = performance.now();
      const answer = await server.post(
        "decide",
        pageToken(NOON, { referenceId: `careful-${state}-${asked}` }, { shop }),
      );
      took.push(performance.now() - began);
      expect(decideAnswer.parse(answer.body)).toMatchObject({ offer: { headline: "To anyone" } });
    }
    expect(took.sort((a, b) => a - b)[6]).toBeLessThan(300);
  },
  30_000,
);

test.each(["cut", "silent"] as const)(
  "with the line to the database %s, a yes is told to ask again, within five seconds, and then kept once",
  async (state) => {
    const reference = `accepted-while-${state}`;
    const ticket = await ticketOf(reference);
    line.state = state;
    const began = performance.now();
    expectAskAgain(await accept(reference, ticket));
    expectAskAgain(
      await server.post("event", pageToken(NOON, { referenceId: reference }), { kind: "decline", ticket }),
    );
    expect(performance.now() - began).toBeLessThan(10_000);

    line.state = "whole";
    await expect
      .poll(async () => (await accept(reference, ticket)).status, { timeout: 15_000, interval: 200 })
      .toBe(200);
    const kept = await direct.inShop(DEMO_SHOP, (tenant) => loadAcceptances(tenant, reference as PurchaseReference));
    expect(kept).toHaveLength(1);
  },
  40_000,
);

test("a database that is restarted under load, again and again, is used again as soon as it is back", async () => {
  for (let restart = 0; restart < 12; restart++) {
    const inside = overLine.inShop(DEMO_SHOP, async ({ db }) => {
      await terminateAll();
      await db.acceptance.count();
    });
    await expect(inside).rejects.toMatchObject({ status: 503 });
  }
  const ticket = await ticketOf("after-the-restarts");
  await expect.poll(async () => (await accept("after-the-restarts", ticket)).status, { timeout: 5_000 }).toBe(200);
});

/** What a stopping server does to every connection of ours; PostgreSQL's own vacuum worker, which may be at this
 *  database too, is not ours to end and would refuse. */
async function terminateAll(): Promise<void> {
  const operator = new pg.Client({ connectionString: direct.ownerUrl });
  await operator.connect();
  try {
    await operator.query(
      `select pg_terminate_backend(pid) from pg_stat_activity
       where datname = current_database() and backend_type = 'client backend' and pid <> pg_backend_pid()`,
    );
  } finally {
    await operator.end();
  }
}
