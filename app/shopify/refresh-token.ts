import "@shopify/shopify-app-remix/adapters/node";
import { type Session, shopifyApi } from "@shopify/shopify-api";
import type { Log } from "#app/platform/log.ts";
import { API_VERSION } from "./api-version.ts";
import { inItsOwnTime } from "./library-fetch.ts";
import { libraryLog } from "./library-log.ts";
import type { AppCredentials } from "./shopify-app.ts";

/** Asks Shopify for the next pair of tokens; throws the library's errors (HttpResponseError when Shopify refuses). */
export type RefreshToken = (ask: { readonly shop: string; readonly refreshToken: string }) => Promise<Session>;

/** The library's own call, which `shopifyApp` keeps to itself. */
export function tokenRefresher({ env, log }: { readonly env: AppCredentials; readonly log: Log }): RefreshToken {
  const api = shopifyApi({
    apiKey: env.apiKey,
    apiSecretKey: env.apiSecret,
    hostName: new URL(env.appUrl).host,
    apiVersion: API_VERSION,
    isEmbeddedApp: true,
    logger: libraryLog(log),
  });
  return async (ask) => (await inItsOwnTime(() => api.auth.refreshToken(ask))).session;
}
