import { createHmac } from "node:crypto";
import type { LoaderFunctionArgs } from "@remix-run/node";
import pg from "pg";
import { afterAll, beforeEach, expect, test } from "vitest";
import type { Shop } from "#app/core/values/ids.ts";
import { answeringRefusals } from "#app/http/answered-routes.ts";
import { derivedKey } from "#app/platform/derived-key.ts";
import { loader as orders } from "#app/routes/app.orders._index.tsx";
import { action as publish } from "#app/routes/app.rulebook.publish.tsx";
import { loader as frame } from "#app/routes/app.tsx";
import { action as ordersWebhook } from "#app/routes/webhooks.orders.tsx";
import { encryptedSessionStorage } from "#app/stores/sessions.ts";
import { data } from "#tests/support/loopback-shopify.ts";
import { orderNode } from "#tests/support/order-nodes.ts";
import { CREDENTIALS, offlineSession } from "#tests/support/shopify-app.ts";
import { openAdmin, usualShopify } from "./open-admin.ts";

const admin = await openAdmin();
const sessions = encryptedSessionStorage(admin.database, derivedKey(CREDENTIALS.apiSecret, "session tokens"));

/** Questions that this Shopify has accepted and not answered, while who asked still waits. */
let open: Set<AbortSignal>;
beforeEach(() => {
  open = new Set();
});

/** Takes every question for a token and never answers it; one that has run out opens nothing. */
function hangAtTokens(): void {
  admin.shopify.answer = (asked) => {
    const isOldToken = asked.accessToken === "shpat_first";
    if (asked.operation !== "token") return isOldToken ? { status: 401, body: {} } : usualShopify(asked);
    open.add(asked.hungUp);
    asked.hungUp.addEventListener("abort", () => open.delete(asked.hungUp));
    return new Promise(() => undefined);
  };
}

type Loader = (args: LoaderFunctionArgs) => Promise<Response>;
const asServed = (loader: Loader): Loader => answeringRefusals(loader) as Loader;

async function timed(visit: Promise<Response>) {
  const began = performance.now();
  const { status, headers } = await visit;
  return { status, after: headers.get("Retry-After"), ms: performance.now() - began };
}

test("a merchant whose shop gets no token is told within seconds, and their next visit works", {
  timeout: 60_000,
}, async () => {
  const shop = "no-token.myshopify.com" as Shop;
  hangAtTokens();
  const visits = await Promise.all([
    timed(admin.visit(asServed(frame), "/app", {}, shop)),
    timed(admin.visit(asServed(orders), "/app/orders", {}, shop)),
    timed(admin.post(asServed(publish), "/app/rulebook/publish", {}, { to: "everyone", expectedRevision: 1 }, shop)),
  ]);
  for (const visit of visits) {
    expect(visit).toMatchObject({ status: 503, after: "10" });
    expect(visit.ms).toBeLessThan(6_000);
  }
  await expect.poll(() => open.size).toBe(0);

  admin.shopify.answer = usualShopify;
  expect((await admin.visit(frame, "/app", {}, shop)).status).toBe(200);
});

test("so is one whose token has run out, and is neither renewed nor replaced", { timeout: 60_000 }, async () => {
  const shop = "run-out.myshopify.com" as Shop;
  admin.shopify.answer = usualShopify;
  await admin.visit(frame, "/app", {}, shop);
  await sessions.storeSession(offlineSession(shop, { expires: new Date(Date.now() - 60_000) }));

  hangAtTokens();
  const visit = await timed(admin.visit(asServed(orders), "/app/orders", {}, shop));
  expect(visit).toMatchObject({ status: 503, after: "10" });
  expect(visit.ms).toBeLessThan(6_000);
  await expect.poll(() => open.size, { timeout: 6_000 }).toBe(0);

  admin.shopify.answer = usualShopify;
  expect((await admin.visit(orders, "/app/orders", {}, shop)).status).toBe(200);
});

test("a webhook is taken in time all the while, and its job fails soon and is done when Shopify is back", {
  timeout: 60_000,
}, async () => {
  const shop = "webhook.myshopify.com" as Shop;
  admin.shopify.answer = usualShopify;
  await admin.visit(frame, "/app", {}, shop);
  await expect.poll(jobsOf(shop), { timeout: 20_000 }).toEqual([]);
  await sessions.storeSession(offlineSession(shop, { expires: new Date(Date.now() - 60_000) }));

  hangAtTokens();
  const taken = await timed(delivered(shop));
  expect(taken.status).toBe(200);
  expect(taken.ms).toBeLessThan(5_000);
  const failedOnce = { task: "attribute-order", attempts: 1, isUnderWay: false };
  await expect.poll(jobsOf(shop), { timeout: 15_000 }).toEqual([failedOnce]);

  admin.shopify.answer = (asked) =>
    asked.operation === "EncoreReadOrder"
      ? data({ order: orderNode({ id: "5501", token: null }) })
      : usualShopify(asked);
  await admin.visit(frame, "/app", {}, shop);
  await expect.poll(jobsOf(shop), { timeout: 30_000 }).toEqual([]);
});

const owner = new pg.Client({ connectionString: admin.database.ownerUrl });
await owner.connect();
afterAll(() => owner.end());

/** What is still to be done for the shop. */
const jobsOf = (shop: Shop) => async () => {
  const { rows } = await owner.query(
    `select tasks.identifier as task, jobs.attempts, jobs.locked_at is not null as "isUnderWay"
     from graphile_worker._private_jobs jobs join graphile_worker._private_tasks tasks on tasks.id = jobs.task_id
     where jobs.payload->>'shop' = $1`,
    [shop],
  );
  return rows;
};

/** An order was paid. */
function delivered(shop: Shop): Promise<Response> {
  const body = JSON.stringify({ id: 5501 });
  const headers = {
    "X-Shopify-Topic": "orders/paid",
    "X-Shopify-Hmac-Sha256": createHmac("sha256", CREDENTIALS.apiSecret).update(body).digest("base64"),
    "X-Shopify-Shop-Domain": shop,
    "X-Shopify-API-Version": "2026-10",
    "X-Shopify-Webhook-Id": "w-1",
  };
  const request = new Request(`${CREDENTIALS.appUrl}/webhooks/orders`, { method: "POST", body, headers });
  return answeringRefusals(ordersWebhook)({ request, params: {}, context: { encore: admin.encore } });
}
