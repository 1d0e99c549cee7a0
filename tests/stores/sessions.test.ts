import { randomBytes } from "node:crypto";
import { Session } from "@shopify/shopify-api";
import { expect, test } from "vitest";
import { encryptedSessionStorage } from "#app/stores/sessions.ts";
import { NOON } from "#tests/support/builders.ts";
import { testDatabase } from "#tests/support/test-database.ts";

const database = await testDatabase();
const key = randomBytes(32);
const storage = encryptedSessionStorage(database, key);

const session = (overrides: Partial<ConstructorParameters<typeof Session>[0]> = {}) =>
  new Session({
    id: "offline_one.myshopify.com",
    shop: "one.myshopify.com",
    state: "",
    isOnline: false,
    scope: "read_orders,read_products",
    accessToken: "shpat_access",
    expires: new Date(NOON + 3_600_000),
    refreshToken: "shprt_refresh",
    refreshTokenExpires: new Date(NOON + 90 * 86_400_000),
    ...overrides,
  });

/** All that an operator with the database in hand can read of it. */
const atRest = async () => JSON.stringify(await database.outside.$queryRaw`select * from "Session"`, bigIntAsText);
const bigIntAsText = (_: string, value: unknown) => (typeof value === "bigint" ? String(value) : value);

test("a session is read back whole, with both its tokens and when they end", async () => {
  await storage.storeSession(session());
  const loaded = await storage.loadSession("offline_one.myshopify.com");
  expect(loaded?.equals(session())).toBe(true);
  expect(loaded).toMatchObject({ accessToken: "shpat_access", refreshToken: "shprt_refresh" });
  expect(loaded?.expires?.getTime()).toBe(NOON + 3_600_000);
  expect(loaded?.refreshTokenExpires?.getTime()).toBe(NOON + 90 * 86_400_000);
  const [found] = await storage.findSessionsByShop("one.myshopify.com");
  expect(found?.accessToken).toBe("shpat_access");
});

test("no token can be read at rest, and the same token looks different each time", async () => {
  await storage.storeSession(session());
  const first = await atRest();
  expect(first).not.toMatch(/shpat_access|shprt_refresh/);
  expect(first).not.toContain(Buffer.from("shpat_access").toString("base64url"));
  await storage.storeSession(session());
  expect(await atRest()).not.toBe(first);
});

test("storing a session leaves the caller's own as it was", async () => {
  const mine = session();
  await storage.storeSession(mine);
  expect(mine.accessToken).toBe("shpat_access");
});

test("a session sealed with another key, moved to another row or changed counts as absent", async () => {
  await storage.storeSession(session());
  const id = "offline_one.myshopify.com";
  expect(await encryptedSessionStorage(database, randomBytes(32)).loadSession(id)).toBeUndefined();

  await storage.storeSession(session({ id: "thief", accessToken: "own", refreshToken: "own" }));
  await database.outside.$executeRaw`update "Session" set "accessToken" =
    (select "accessToken" from "Session" where id = ${id}) where id = 'thief'`;
  expect(await storage.loadSession("thief")).toBeUndefined();

  await database.outside.$executeRaw`update "Session" set "refreshToken" = "accessToken" where id = ${id}`;
  expect(await storage.loadSession(id)).toBeUndefined();
  await database.outside.$executeRaw`update "Session" set "accessToken" = 'shpat_plain' where id = ${id}`;
  expect(await storage.loadSession(id)).toBeUndefined();
  await storage.deleteSessions([id, "thief"]);
  expect(await storage.findSessionsByShop("one.myshopify.com")).toEqual([]);
});

test("twenty requests that store one session at once all succeed", async () => {
  const stored = Array.from({ length: 20 }, () => storage.storeSession(session({ id: "raced" })));
  expect(await Promise.all(stored)).toEqual(Array(20).fill(true));
  expect((await storage.loadSession("raced"))?.accessToken).toBe("shpat_access");
});
