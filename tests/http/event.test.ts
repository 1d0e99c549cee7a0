import { afterAll, beforeAll, expect, test } from "vitest";
import { decideAnswer } from "#app/contracts/post-purchase.ts";
import type { PurchaseReference } from "#app/core/values/ids.ts";
import { loadAcceptances } from "#app/stores/acceptances.ts";
import { DEMO_SHOP, NOON } from "#tests/support/builders.ts";
import { testDatabase } from "#tests/support/test-database.ts";
import { openShop } from "./open-shop.ts";
import { pageToken } from "./post-purchase-token.ts";
import { type ShoppersServer, shoppersServer } from "./shoppers-server.ts";

const database = await testDatabase();
let server: ShoppersServer;

beforeAll(async () => {
  await openShop(database);
  server = await shoppersServer(database);
  await server.live.warm([DEMO_SHOP]);
});

afterAll(async () => {
  await server.close();
});

async function ticketOf(referenceId: string): Promise<string> {
  const answer = decideAnswer.parse((await server.post("decide", pageToken(NOON, { referenceId }))).body);
  return answer.kind === "show" ? answer.offer.ticket : "";
}

const tell = (referenceId: string, event: Record<string, unknown>) =>
  server.post("event", pageToken(NOON, { referenceId }), event);

const keptOf = (reference: string) =>
  database.inShop(DEMO_SHOP, ({ db }) =>
    db.shopperEvent.findMany({
      where: { reference },
      orderBy: { kind: "asc" },
      select: { kind: true, step: true, detail: true },
    }),
  );

test("what the shopper saw and declined is kept before it is answered", async () => {
  const ticket = await ticketOf("declined");
  expect(await tell("declined", { kind: "impression", ticket })).toMatchObject({ status: 200, body: { kind: "kept" } });
  expect(await tell("declined", { kind: "decline", ticket })).toMatchObject({ status: 200, body: { kind: "kept" } });
  expect(await keptOf("declined")).toEqual([
    { kind: "decline", step: 1, detail: {} },
    { kind: "impression", step: 1, detail: {} },
  ]);
});

test("an impression told ten times at once is one", async () => {
  const ticket = await ticketOf("ten-times");
  const answers = await Promise.all(
    Array.from({ length: 10 }, () => tell("ten-times", { kind: "impression", ticket })),
  );
  expect(answers.map(({ status }) => status)).toEqual(Array(10).fill(200));
  expect(await keptOf("ten-times")).toHaveLength(1);
});

test("what the store answered is kept as told, and is no money", async () => {
  const ticket = await ticketOf("applied");
  await tell("applied", { kind: "applied", ticket, status: "unprocessed", errors: ["insufficient_inventory"] });
  expect(await keptOf("applied")).toEqual([
    { kind: "applied", step: 1, detail: { status: "unprocessed", errors: ["insufficient_inventory"] } },
  ]);
  const acceptances = await database.inShop(DEMO_SHOP, (tenant) =>
    loadAcceptances(tenant, "applied" as PurchaseReference),
  );
  expect(acceptances).toEqual([]);
});

test("of two tries to apply the offer, what the store answered last is kept", async () => {
  const ticket = await ticketOf("second-try");
  await tell("second-try", { kind: "applied", ticket, status: "unprocessed", errors: ["server_error"] });
  await tell("second-try", { kind: "applied", ticket, status: "processed", errors: [] });
  expect(await keptOf("second-try")).toEqual([
    { kind: "applied", step: 1, detail: { status: "processed", errors: [] } },
  ]);
});

test("an event about another purchase's offer is refused", async () => {
  const ticket = await ticketOf("mine");
  expect(await tell("yours", { kind: "impression", ticket })).toMatchObject({ status: 401 });
  expect(await keptOf("yours")).toEqual([]);
});

test.each([
  ["an event of an unknown kind", { kind: "earned", ticket: "t" }],
  ["an event without its ticket", { kind: "impression" }],
  ["a thousand errors", { kind: "applied", ticket: "t", status: "processed", errors: Array(1_000).fill("x") }],
])("%s is refused as wrong content", async (_title, event) => {
  expect(await tell("wrong", event)).toMatchObject({ status: 400, body: { error: { code: "wrong-content" } } });
});
