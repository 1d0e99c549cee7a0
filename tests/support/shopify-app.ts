import { randomBytes } from "node:crypto";
import { Session } from "@shopify/shopify-api";
import type { SessionStorage } from "@shopify/shopify-app-session-storage";
import { afterAll } from "vitest";
import type { Shop } from "#app/core/values/ids.ts";
import { openLog } from "#app/platform/log.ts";
import { type AdminOf, adminClients } from "#app/shopify/admin-client.ts";
import { createShopify, type Shopify } from "#app/shopify/shopify-app.ts";
import { type Exclusion, openExclusion } from "#app/stores/exclusively.ts";
import { encryptedSessionStorage } from "#app/stores/sessions.ts";
import { saveInstalled } from "#app/stores/shops.ts";
import { GBP, NOON } from "./builders.ts";
import type { TestDatabase } from "./test-database.ts";

export const CREDENTIALS = { apiKey: "test-key", apiSecret: "test-secret", appUrl: "http://127.0.0.1:4040" };
export const APP_ID = "77";
export const silentLog = openLog({ level: "silent" });

export interface TestApp {
  readonly sessions: SessionStorage;
  readonly shopify: Shopify;
  readonly adminOf: AdminOf;
  readonly exclusively: Exclusion["exclusively"];
  /** A shop that has the app and a token good for an hour. */
  install(shop: Shop, installedAt?: number, scopes?: readonly string[]): Promise<void>;
}

/** The app's own way to Shopify, as the composition makes it, on the test's database; nobody waits between tries. */
export function testApp(database: TestDatabase): TestApp {
  const sessions = encryptedSessionStorage(database, randomBytes(32));
  const shopify = createShopify({
    env: CREDENTIALS,
    sessions,
    log: silentLog,
    afterInstall: async () => undefined,
    isInstalled: async () => true,
  });
  const exclusion = openExclusion(database.url);
  afterAll(() => exclusion.close());
  return {
    sessions,
    shopify,
    adminOf: adminClients({ shopify, log: silentLog, pause: async () => undefined, dice: () => 0 }),
    exclusively: exclusion.exclusively,
    install: async (shop, installedAt = NOON, scopes = []) => {
      await saveInstalled(
        database,
        shop,
        { appId: APP_ID, name: "Demo", currency: GBP, timezone: "Europe/London", language: "en", scopes },
        installedAt,
      );
      await sessions.storeSession(offlineSession(shop));
    },
  };
}

export function offlineSession(shop: string, overrides: Partial<Session> = {}): Session {
  return new Session({
    id: `offline_${shop}`,
    shop,
    state: "",
    isOnline: false,
    accessToken: "shpat_first",
    refreshToken: "shprt_first",
    expires: new Date(Date.now() + 3_600_000),
    refreshTokenExpires: new Date(Date.now() + 90 * 86_400_000),
    scope: "read_products,read_orders",
    ...overrides,
  });
}
