import "@shopify/shopify-app-remix/adapters/node";
import { AppDistribution, shopifyApp } from "@shopify/shopify-app-remix/server";
import type { SessionStorage } from "@shopify/shopify-app-session-storage";
import type { Shop } from "#app/core/values/ids.ts";
import { AppError } from "#app/platform/app-error.ts";
import type { Log } from "#app/platform/log.ts";
import { withinMs } from "#app/platform/time-limit.ts";
import { API_VERSION } from "./api-version.ts";
import { isIssuedByTheAdmin } from "./authenticate-session-token.ts";
import { withTokensWithin } from "./library-fetch.ts";
import { libraryLog } from "./library-log.ts";
import { WHILE_A_MERCHANT_WAITS } from "./patience.ts";

/** How Shopify knows the app. */
export interface AppCredentials {
  readonly apiKey: string;
  readonly apiSecret: string;
  /** Where merchants' browsers and Shopify reach us; plain http on this machine only. */
  readonly appUrl: string;
}

export interface ShopifyNeeds {
  readonly env: AppCredentials;
  readonly sessions: SessionStorage;
  readonly log: Log;
  /** After every new access token: the first one is the install. */
  readonly afterInstall: (shop: Shop) => Promise<void>;
  /** Whether what `afterInstall` keeps is there. */
  readonly isInstalled: (shop: Shop) => Promise<boolean>;
}

/**
 * Shopify's library with our settings: token exchange, offline tokens that expire. Scopes stand in shopify.app.toml
 * only: with Shopify-managed installation the library asks for none.
 */
export function createShopify({ env, sessions, log, afterInstall, isInstalled }: ShopifyNeeds) {
  const installing = new Map<Shop, Promise<void>>();
  const install = (shop: Shop): Promise<void> => {
    const underway = installing.get(shop);
    if (underway) return underway;
    const work = afterInstall(shop).finally(() => installing.delete(shop));
    installing.set(shop, work);
    return work;
  };
  const shopify = shopifyApp({
    apiKey: env.apiKey,
    apiSecretKey: env.apiSecret,
    appUrl: env.appUrl,
    apiVersion: API_VERSION,
    authPathPrefix: "/auth",
    distribution: AppDistribution.AppStore,
    sessionStorage: sessions,
    logger: libraryLog(log),
    future: { unstable_newEmbeddedAuthStrategy: true, expiringOfflineAccessTokens: true },
    hooks: {
      afterAuth: async ({ session }) => {
        try {
          await install(session.shop as Shop);
        } catch (error) {
          // The library runs this hook only with a new token: without the token, the merchant's next visit tries again.
          await sessions.deleteSession(session.id);
          throw error;
        }
      },
    },
  });
  const { admin } = shopify.authenticate;
  /** A page and its frame are asked for side by side: the one that finds the other's new token may be there first. */
  const adminOnceInstalled = async (request: Request) => {
    const context = await withToken(() => admin(request));
    // A shopper's token is signed for the same app with the same secret, and the library does not tell them apart.
    if (!isIssuedByTheAdmin(context.sessionToken)) throw new Response("Unauthorized", { status: 401 });
    const shop = context.session.shop as Shop;
    if (!(await isInstalled(shop))) await install(shop);
    return context;
  };
  return { ...shopify, authenticate: { ...shopify.authenticate, admin: adminOnceInstalled } };
}

/** The database has given up by then, where it is the one that does not answer. */
const DONE_WITHIN_MS = 7_000;

/** A new access token, and the install that comes with the first. */
async function withToken<Context>(work: () => Promise<Context>): Promise<Context> {
  try {
    return await withinMs(DONE_WITHIN_MS, withTokensWithin(WHILE_A_MERCHANT_WAITS.silenceMs, work));
  } catch (error) {
    if (!(error instanceof AppError && error.code === "too-slow")) throw error;
    const message = "Shopify gives the app no token in time.";
    throw new AppError("shopify-away", 503, message, { retryAfterSeconds: 10, cause: error });
  }
}

export type Shopify = ReturnType<typeof createShopify>;
