import { createHmac } from "node:crypto";
import { setTimeout as after } from "node:timers/promises";
import { expect, test } from "vitest";
import type { OrderId } from "#app/core/values/ids.ts";
import { derivedKey } from "#app/platform/derived-key.ts";
import { keepAcceptance } from "#app/stores/acceptances.ts";
import { loadEarnings } from "#app/stores/earnings.ts";
import { encryptedSessionStorage } from "#app/stores/sessions.ts";
import { saveInstalled } from "#app/stores/shops.ts";
import { DEMO_SHOP, GBP, NOON } from "#tests/support/builders.ts";
import { data, loopbackShopify } from "#tests/support/loopback-shopify.ts";
import { orderNode, UPSOLD_MINOR, upsoldAcceptance } from "#tests/support/order-nodes.ts";
import { APP_ID, CREDENTIALS, offlineSession } from "#tests/support/shopify-app.ts";
import { testDatabase } from "#tests/support/test-database.ts";
import { type Child, childProcess } from "./child-process.ts";

const database = await testDatabase();
const shopify = await loopbackShopify();
const { apiKey, apiSecret, appUrl } = CREDENTIALS;
const SHOPIFY_TAKES_MS = 60;
const KILLS = 5;
/** From the acknowledgement on, by when a job has begun, asked Shopify and booked, on a machine that is busy. */
const KILLED_WITHIN_MS = 250;

interface App extends Child {
  /** Sends Shopify's webhook that the order was edited; its status. */
  tell(order: OrderId): Promise<number>;
}

async function startApp(): Promise<App> {
  const child = childProcess(["--import", "./sandbox/redirect-fetch.ts", "tests/jobs/killable-app.ts"], {
    DATABASE_URL: database.url,
    ENCORE_SANDBOX_SHOPIFY: shopify.origin,
    API_KEY: apiKey,
    API_SECRET: apiSecret,
    APP_URL: appUrl,
    LOOK_EVERY_MS: "300",
  });
  const port = () => /listens on (\d+)/.exec(child.lines().join("\n"))?.[1];
  await expect.poll(port, { timeout: 15_000, message: "the app listens" }).toBeDefined();
  return { ...child, tell: (order) => tell(`http://127.0.0.1:${port()}/webhooks/orders`, order) };
}

async function tell(address: string, order: OrderId): Promise<number> {
  const body = JSON.stringify({ order_edit: { id: 1, order_id: Number(order) } });
  const headers = {
    "X-Shopify-Topic": "orders/edited",
    "X-Shopify-Hmac-Sha256": createHmac("sha256", apiSecret).update(body).digest("base64"),
    "X-Shopify-Shop-Domain": DEMO_SHOP,
    "X-Shopify-API-Version": "2026-10",
    "X-Shopify-Webhook-Id": `edited ${order}`,
  };
  return (await fetch(address, { method: "POST", headers, body })).status;
}

async function install(): Promise<void> {
  const shop = { appId: APP_ID, name: "Demo", currency: GBP, timezone: "Europe/London", language: "en", scopes: [] };
  await saveInstalled(database, DEMO_SHOP, shop, NOON);
  const sessions = encryptedSessionStorage(database, derivedKey(apiSecret, "session tokens"));
  await sessions.storeSession(offlineSession(DEMO_SHOP));
}

const accept = (order: OrderId) =>
  database.inShop(DEMO_SHOP, (tenant) => keepAcceptance(tenant, upsoldAcceptance(order)));

const booked = async (order: OrderId) =>
  (await database.inShop(DEMO_SHOP, (tenant) => loadEarnings(tenant, order))).map(({ amount }) => amount.minor);

test("an order whose webhook was acknowledged is booked once, wherever the app was killed after that", async () => {
  await install();
  shopify.answer = async ({ operation, variables }) => {
    await after(SHOPIFY_TAKES_MS);
    const id = String(variables.id).split("/").at(-1) ?? "";
    return data({ order: operation === "token" ? null : orderNode({ id, upsold: true, changes: 1 }) });
  };
  const orders = Array.from({ length: KILLS }, (_, kill) => String(7_001 + kill) as OrderId);
  const killedAfter: number[] = [];
  for (const [kill, order] of orders.entries()) {
    await accept(order);
    const app = await startApp();
    expect(await app.tell(order)).toBe(200);
    killedAfter.push(((kill + Math.random()) / KILLS) * KILLED_WITHIN_MS);
    await after(killedAfter.at(-1));
    await app.kill();
  }
  await startApp();
  const ledgers = () => Promise.all(orders.map(booked));
  const message = `killed ${killedAfter.map(Math.round).join(", ")} ms after the acknowledgement`;
  await expect.poll(ledgers, { timeout: 10_000, message }).toEqual(orders.map(() => [UPSOLD_MINOR]));
  await after(500);
  expect(await ledgers(), message).toEqual(orders.map(() => [UPSOLD_MINOR]));
}, 60_000);
