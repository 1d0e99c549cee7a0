import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, expect, test } from "vitest";
import type { Shop } from "#app/core/values/ids.ts";
import { sayInEnglish as say } from "#app/locales/english.ts";
import { sessionTokenOf, usualShopify } from "#tests/routes/open-admin.ts";
import { freePort } from "#tests/support/free-port.ts";
import { loopbackShopify } from "#tests/support/loopback-shopify.ts";
import { CREDENTIALS } from "#tests/support/shopify-app.ts";
import { testDatabase } from "#tests/support/test-database.ts";
import { ALL_BUILDS, buildWhatIsStale } from "../../scripts/start/builds.ts";
import { type Started, start } from "./start-process.ts";

const ROOT = new URL("../../", import.meta.url);
const SHOP = "edges.myshopify.com" as Shop;
const database = await testDatabase();
const shopify = await loopbackShopify();
let server: Started;
let origin: string;

/** The server of a real app, whose Shopify is on this machine. */
beforeAll(async () => {
  const { signal } = new AbortController();
  await buildWhatIsStale(fileURLToPath(ROOT), ALL_BUILDS, { building: () => undefined, signal });
  const port = await freePort();
  origin = `http://127.0.0.1:${port}`;
  server = start({
    SHOPIFY_API_KEY: CREDENTIALS.apiKey,
    SHOPIFY_API_SECRET: CREDENTIALS.apiSecret,
    SHOPIFY_APP_URL: "https://encore.example.com",
    DATABASE_URL: database.ownerUrl,
    HOST: "127.0.0.1",
    PORT: String(port),
    NODE_OPTIONS: `--import=${new URL("sandbox/redirect-fetch.ts", ROOT).href}`,
    ENCORE_SANDBOX_SHOPIFY: shopify.origin,
  });
  await server.says("Encore listens");
}, 300_000);
afterAll(async () => {
  server?.kill("SIGTERM");
  await server?.ended;
}, 30_000);

const BROWSER = { "User-Agent": "Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 Chrome/153.0 Safari/537.36" };
const token = () => sessionTokenOf(SHOP, { iss: `https://${SHOP}/admin`, sid: "1" });

/** As Shopify's admin opens the app in its frame. */
async function opened() {
  const host = Buffer.from("admin.shopify.com/store/edges").toString("base64");
  const query = new URLSearchParams({ shop: SHOP, host, embedded: "1", locale: "en", id_token: token() });
  const began = performance.now();
  const answer = await fetch(`${origin}/app?${query}`, { headers: BROWSER });
  return { status: answer.status, text: await answer.text(), ms: performance.now() - began };
}

test("a merchant who opens the app while Shopify leaves its question for a token open reads so, and can try again", {
  timeout: 60_000,
}, async () => {
  shopify.answer = () => new Promise(() => undefined);
  const page = await opened();
  expect(page.status).toBe(503);
  expect(page.ms).toBeLessThan(7_000);
  expect(page.text).toContain(say("frame.outage.shopify-away"));
  expect(page.text).toContain(say("frame.try-again"));

  shopify.answer = usualShopify;
  const later = await opened();
  expect(later.status).toBe(200);
  expect(later.text).toContain(say("frame.versions"));
});

test("what a merchant sends is read up to what an import may be, whether it says its length or not", {
  timeout: 60_000,
}, async () => {
  shopify.answer = usualShopify;
  const sent = async (megabytes: number, isChunked: boolean) => {
    const text = Buffer.alloc(megabytes * 1_000_000, "x");
    const answer = await fetch(`${origin}/app/rulebook/import?_data=routes%2Fapp.rulebook.import`, {
      method: "POST",
      headers: { ...BROWSER, Authorization: `Bearer ${token()}`, "Content-Type": "application/json" },
      ...(isChunked ? { body: new Blob([text]).stream(), duplex: "half" } : { body: text }),
    });
    return { status: answer.status, isTold: answer.headers.has("X-Remix-Catch"), body: await answer.json() };
  };
  const tooLarge = { status: 413, isTold: true, body: { code: "too-large" } };
  expect(await sent(60, true)).toEqual(tooLarge);
  expect(await sent(60, false)).toEqual(tooLarge);
  expect(await sent(40, true)).toEqual({ status: 400, isTold: true, body: { code: "not-an-ask" } });
});
