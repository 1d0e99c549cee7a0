import { setTimeout as after } from "node:timers/promises";
import { expect, test } from "vitest";
import { readExport } from "#app/flows/read-export.ts";
import { startExport } from "#app/flows/start-export.ts";
import { loadExports } from "#app/stores/read-models/exports-screen.ts";
import { saveInstalled } from "#app/stores/shops.ts";
import { LONDON_SHOP } from "#tests/stores/filled-shop.ts";
import { DEMO_SHOP, NOON } from "#tests/support/builders.ts";
import { loopbackShopify } from "#tests/support/loopback-shopify.ts";
import { CREDENTIALS } from "#tests/support/shopify-app.ts";
import { testDatabase } from "#tests/support/test-database.ts";
import { childProcess } from "./child-process.ts";

const database = await testDatabase();
const shopify = await loopbackShopify();
const { apiKey, apiSecret, appUrl } = CREDENTIALS;
const ORDERS = 20_000;
const KILLS = 3;
/** Within which some pages are written, on a machine that is busy. */
const KILLED_WITHIN_MS = 600;

async function startApp() {
  const child = childProcess(["--import", "./sandbox/redirect-fetch.ts", "tests/jobs/killable-app.ts"], {
    DATABASE_URL: database.url,
    ENCORE_SANDBOX_SHOPIFY: shopify.origin,
    API_KEY: apiKey,
    API_SECRET: apiSecret,
    APP_URL: appUrl,
    LOOK_EVERY_MS: "300",
  });
  await expect
    .poll(() => child.lines().join("\n"), { timeout: 15_000, message: "the app listens" })
    .toContain("listens on");
  return child;
}

const told = async () => (await database.inShop(DEMO_SHOP, loadExports))[0];

test("a file is whole, with every order once, however often the app is killed as it writes it", async () => {
  await saveInstalled(database, DEMO_SHOP, LONDON_SHOP, NOON);
  for (let first = 0; first < ORDERS; first += 5_000) await addOrders(first, 5_000);
  await startExport({ database, now: Date.now }, { shop: DEMO_SHOP, kind: "orders", by: "42" });
  const reached: (number | undefined)[] = [];
  for (let kill = 0; kill < KILLS; kill += 1) {
    const app = await startApp();
    await after(Math.random() * KILLED_WITHIN_MS);
    await app.kill();
    reached.push((await told())?.rowsDone);
  }
  await startApp();
  const message = `killed after ${reached.join(", ")} rows`;
  await expect.poll(async () => (await told())?.state, { timeout: 40_000, message }).toBe("ready");
  const file = { shop: DEMO_SHOP, kind: "orders", run: (await told())?.run ?? "" } as const;
  const lines = (await new Response(await readExport({ database }, file)).text()).trimEnd().split("\r\n").slice(1);
  expect(lines.length, message).toBe(ORDERS);
  expect(new Set(lines.map((line) => line.split(",")[1])).size, message).toBe(ORDERS);
}, 90_000);

const addOrders = (first: number, count: number) =>
  database.inShop(
    DEMO_SHOP,
    ({ db, shop }) => db.$executeRaw`
      insert into orders (shop, order_id, name, reference, total_minor, currency, document, created_at, updated_at)
      select ${shop}, (1000000 + number)::text, '#' || number, 'r-' || number, 1275, 'GBP', '{}',
        to_timestamp(${NOON / 1_000}) + number * interval '1 second', to_timestamp(${NOON / 1_000})
      from generate_series(${first + 1}::int, ${first + count}::int) as number`,
  );
