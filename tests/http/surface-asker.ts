import { createHmac } from "node:crypto";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { afterAll } from "vitest";
import type { PurchaseBody } from "#app/contracts/surfaces.ts";
import type { Shop } from "#app/core/values/ids.ts";
import { decideOnSurface } from "#app/flows/decide-on-surface.ts";
import { prepareOffer } from "#app/flows/prepare-offer.ts";
import { recordSurfaceEvent } from "#app/flows/record-surface-event.ts";
import { cartEndpoints } from "#app/http/cart-proxy.ts";
import { shoppersListener, shoppersServerOptions } from "#app/http/shoppers-listener.ts";
import { surfaceEndpoints } from "#app/http/surfaces.ts";
import { openLog } from "#app/platform/log.ts";
import { rateLimit } from "#app/platform/rate-limit.ts";
import { appProxyAuthenticator } from "#app/shopify/authenticate-app-proxy.ts";
import { sessionTokenAuthenticator } from "#app/shopify/authenticate-session-token.ts";
import { offerCodes } from "#app/shopify/create-offer-codes.ts";
import { quickCustomerFacts } from "#app/stores/customer-facts.ts";
import { decisionRecorder } from "#app/stores/decision-recorder.ts";
import { liveShops } from "#app/stores/live-shops.ts";
import { openQuickReads } from "#app/stores/quick-reads.ts";
import { CAKESTAND, DEMO_SHOP, NOON, pounds, TEACUP, TEACUP_ROSE } from "#tests/support/builders.ts";
import { testApp } from "#tests/support/shopify-app.ts";
import type { TestDatabase } from "#tests/support/test-database.ts";
import { API_KEY, API_SECRET, signedToken } from "./post-purchase-token.ts";
import type { ShopperAnswer } from "./shoppers-server.ts";

type Verb = "decide" | "prepare" | "event";
type Fields = Readonly<Record<string, unknown>>;

/** Claims as checkout, thank-you and order status have them: issued five seconds ago, good for five minutes. */
export function sessionClaims(now: number, overrides: Fields = {}): Fields {
  const seconds = Math.floor(now / 1000);
  const times = { exp: seconds + 295, nbf: seconds - 5, iat: seconds - 5 };
  return { dest: DEMO_SHOP, aud: API_KEY, jti: "6f1c", ...times, ...overrides };
}

/** A query as Shopify's app proxy signs it. */
export function proxyQuery(now: number, overrides: Readonly<Record<string, string>> = {}, secret = API_SECRET): string {
  const query: Record<string, string> = {
    shop: DEMO_SHOP,
    logged_in_customer_id: "",
    path_prefix: "/apps/encore",
    timestamp: String(Math.floor(now / 1000)),
    ...overrides,
  };
  const signed = Object.entries(query).map(([name, value]) => `${name}=${value}`);
  const signature = createHmac("sha256", secret).update(signed.sort().join("")).digest("hex");
  return new URLSearchParams({ ...query, signature }).toString();
}

/** Fifteen teacups, as a page of the shop tells of them. */
export function somePurchaseBody(overrides: Partial<PurchaseBody> = {}): PurchaseBody {
  return {
    reference: "c1-reference",
    locale: "en-GB",
    lines: [
      { product: TEACUP, productTitle: "Regency Teacup", variant: TEACUP_ROSE, quantity: 15, total: pounds(44.25) },
    ],
    subtotal: pounds(44.25),
    total: pounds(48.2),
    country: "GB",
    ...overrides,
  };
}

export interface SurfaceAsker {
  now: number;
  readonly decisions: ReturnType<typeof decisionRecorder>;
  readonly live: ReturnType<typeof liveShops>;
  /** Of the shop's own pages: `surface` is in the body. */
  ask(verb: Verb, body: Fields, claims?: Fields): Promise<ShopperAnswer>;
  /** As the storefront asks through Shopify's app proxy. */
  askFromCart(verb: Verb, body: Fields, query?: Readonly<Record<string, string>>): Promise<ShopperAnswer>;
  post(path: string, headers: Readonly<Record<string, string>>, body: unknown): Promise<ShopperAnswer>;
  install(shop: Shop): Promise<void>;
}

/** The endpoints of every other page as the app composes them, on a loopback port: real flows, real database. */
export async function surfaceAsker(
  database: TestDatabase,
  {
    knownWithinMs = 5_000,
    preparedMost = 1_000,
  }: { readonly knownWithinMs?: number; readonly preparedMost?: number } = {},
): Promise<SurfaceAsker> {
  const live = liveShops(database);
  const decisions = decisionRecorder(database);
  const quickReads = openQuickReads(database.connectionString);
  await quickReads.warm();
  const { adminOf, exclusively, install } = testApp(database);
  const createCodes = offerCodes({ apiSecret: API_SECRET });
  const mayPrepare = rateLimit({ most: preparedMost, perMs: 60_000 });
  const customerFacts = quickCustomerFacts(quickReads, knownWithinMs);
  const needs = { database, live, decisions, customerFacts, exclusively, adminOf, createCodes, mayPrepare };
  const log = openLog({ level: "silent" });
  const flows = {
    isKnownAbsent: live.isKnownAbsent,
    decide: decideOnSurface.bind(undefined, needs),
    prepare: prepareOffer.bind(undefined, needs),
    record: recordSurfaceEvent.bind(undefined, needs),
    clock: () => asker.now,
  };
  const endpoints = new Map([
    ...surfaceEndpoints({
      ...flows,
      authenticate: sessionTokenAuthenticator({ apiKey: API_KEY, apiSecret: API_SECRET }),
    }),
    ...cartEndpoints({ ...flows, authenticate: appProxyAuthenticator({ apiSecret: API_SECRET }) }),
  ]);
  const server = createServer(shoppersServerOptions, shoppersListener({ endpoints, log }));
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as AddressInfo;
  afterAll(async () => {
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
    await decisions.flush();
    await quickReads.close();
    await live.close();
  });

  const asker: SurfaceAsker = {
    now: NOON,
    decisions,
    live,
    install: (shop) => install(shop, NOON, ["write_products", "write_discounts"]),
    post: async (path, headers, body) => {
      const response = await fetch(`http://127.0.0.1:${port}${path}`, {
        method: "POST",
        headers: { "Content-Type": "application/json", ...headers },
        body: JSON.stringify(body),
      });
      return { status: response.status, headers: response.headers, body: await response.json() };
    },
    ask: (verb, body, claims = {}) =>
      asker.post(
        `/api/v1/offers/${verb}`,
        { Authorization: `Bearer ${signedToken(sessionClaims(asker.now, claims))}` },
        { purchase: somePurchaseBody(), ...body },
      ),
    askFromCart: (verb, body, query = {}) =>
      asker.post(`/proxy/cart/${verb}?${proxyQuery(asker.now, query)}`, {}, { purchase: somePurchaseBody(), ...body }),
  };
  return asker;
}

/** The cakestand's variant, as a page picks it. */
export const ONE_CAKESTAND = [{ variantId: `2${CAKESTAND.slice(1)}`, quantity: 1 }];
