import { beforeEach, expect, test } from "vitest";
import type { Shop } from "#app/core/values/ids.ts";
import { type FreshSessions, freshSessions } from "#app/shopify/fresh-sessions.ts";
import { tokenRefresher } from "#app/shopify/refresh-token.ts";
import { createShopify } from "#app/shopify/shopify-app.ts";
import { openExclusion } from "#app/stores/exclusively.ts";
import { loopbackShopify } from "#tests/support/loopback-shopify.ts";
import { CREDENTIALS, offlineSession, silentLog, testApp } from "#tests/support/shopify-app.ts";
import { testDatabase } from "#tests/support/test-database.ts";

const database = await testDatabase();
const loopback = await loopbackShopify();
const { sessions } = testApp(database);
const refresh = tokenRefresher({ env: CREDENTIALS, log: silentLog });
const minutes = (count: number) => new Date(Date.now() + count * 60_000);
const days = (count: number) => minutes(count * 24 * 60);

let shops = 0;
let shop: Shop;
let id: string;
/** Each refresh token is good for one use, as Shopify's are once their replacement is used. */
let used: string[];

beforeEach(() => {
  shop = `shop-${++shops}.myshopify.com` as Shop;
  id = `offline_${shop}`;
  used = [];
  loopback.answer = async ({ variables }) => {
    const token = String(variables.refresh_token);
    await new Promise((resolve) => setTimeout(resolve, 50));
    if (used.includes(token)) return { status: 400, body: { error: "invalid_request" } };
    used.push(token);
    return {
      body: {
        access_token: `shpat_${used.length + 1}`,
        scope: "read_products",
        expires_in: 3600,
        refresh_token: `shprt_${used.length + 1}`,
        refresh_token_expires_in: 90 * 86_400,
      },
    };
  };
});

/** As in a process of its own: its memory and its connections are not another's. */
async function aProcess(): Promise<FreshSessions & { end(): Promise<void> }> {
  const { exclusively, close } = openExclusion(database.url);
  return { ...freshSessions({ sessions, refresh, exclusively, now: Date.now, log: silentLog }), end: close };
}

test("a token with ten minutes left is renewed before anyone uses it", async () => {
  const fresh = await aProcess();
  await sessions.storeSession(offlineSession(shop, { expires: minutes(9) }));
  expect((await fresh.loadSession(id))?.accessToken).toBe("shpat_2");
  expect((await sessions.loadSession(id))?.refreshToken).toBe("shprt_2");
  await fresh.end();
});

test("a token with an hour left is left alone", async () => {
  const fresh = await aProcess();
  await sessions.storeSession(offlineSession(shop));
  expect((await fresh.loadSession(id))?.accessToken).toBe("shpat_first");
  expect(used).toEqual([]);
  await fresh.end();
});

test("thirty workers in three processes that find a token due use its refresh token once", async () => {
  const processes = await Promise.all([aProcess(), aProcess(), aProcess()]);
  await sessions.storeSession(offlineSession(shop, { expires: minutes(-1) }));
  const workers = Array.from({ length: 30 }, (_, index) => processes[index % 3]?.loadSession(id));
  const tokens = (await Promise.all(workers)).map((session) => session?.accessToken);
  expect(new Set(tokens)).toEqual(new Set(["shpat_2"]));
  expect(used).toEqual(["shprt_first"]);
  await Promise.all(processes.map(({ end }) => end()));
});

test("when Shopify refuses to refresh, the library is not tempted to try the same, and Shopify is let rest", async () => {
  const fresh = await aProcess();
  used.push("shprt_first");
  await sessions.storeSession(offlineSession(shop, { expires: minutes(3) }));
  loopback.asked.length = 0;
  const library = createShopify({
    env: CREDENTIALS,
    sessions: fresh,
    log: silentLog,
    afterInstall: async () => {},
    isInstalled: async () => true,
  });
  for (let visit = 0; visit < 3; visit++) {
    expect((await library.unauthenticated.admin(shop)).session.accessToken).toBe("shpat_first");
  }
  expect(loopback.asked).toHaveLength(1);
  expect((await sessions.loadSession(id))?.refreshToken).toBe("shprt_first");
  await fresh.end();
});

test("a Shopify that does not answer keeps nobody waiting longer than a webhook may take", async () => {
  const fresh = await aProcess();
  let answer = () => {};
  loopback.answer = () => new Promise((resolve) => (answer = () => resolve({ status: 500, body: {} })));
  await sessions.storeSession(offlineSession(shop, { expires: minutes(3) }));
  const began = Date.now();
  expect((await fresh.loadSession(id))?.accessToken).toBe("shpat_first");
  expect(Date.now() - began).toBeLessThan(4_000);
  answer();
  await fresh.end();
});

test("a refresh that hangs is given up: a token that comes another way is stored, and nothing is left open", async () => {
  const fresh = await aProcess();
  let hungUp = false;
  loopback.answer = (asked) => {
    asked.hungUp.addEventListener("abort", () => (hungUp = true));
    return new Promise(() => undefined);
  };
  await sessions.storeSession(offlineSession(shop, { expires: minutes(-1) }));
  const began = Date.now();
  await fresh.loadSession(id);
  await fresh.storeSession(offlineSession(shop, { accessToken: "shpat_exchanged" }));
  expect(Date.now() - began).toBeLessThan(7_000);
  expect((await sessions.loadSession(id))?.accessToken).toBe("shpat_exchanged");
  await expect.poll(() => hungUp).toBe(true);
  await fresh.end();
}, 20_000);

test("an older token never replaces a newer one, in whatever order they are stored", async () => {
  const fresh = await aProcess();
  await fresh.storeSession(offlineSession(shop, { accessToken: "shpat_newer", expires: minutes(60) }));
  await fresh.storeSession(offlineSession(shop, { accessToken: "shpat_older", expires: minutes(59) }));
  expect((await sessions.loadSession(id))?.accessToken).toBe("shpat_newer");
  await fresh.end();
});

test("a quiet shop's refresh token is renewed in its last two weeks, and not before", async () => {
  const fresh = await aProcess();
  await sessions.storeSession(offlineSession(shop, { refreshTokenExpires: days(20) }));
  expect(await fresh.keepAlive(shop, 14 * 86_400_000)).toBe("fresh");
  await sessions.storeSession(offlineSession(shop, { refreshTokenExpires: days(13) }));
  expect(await fresh.keepAlive(shop, 14 * 86_400_000)).toBe("renewed");
  expect((await sessions.loadSession(id))?.accessToken).toBe("shpat_2");
  await fresh.end();
});
