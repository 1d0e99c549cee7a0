import { createHmac, randomUUID } from "node:crypto";
import type { ActionFunctionArgs, AppLoadContext, LoaderFunctionArgs } from "@remix-run/node";
import { afterAll } from "vitest";
import { compose, type Encore } from "#app/composition.ts";
import type { Shop } from "#app/core/values/ids.ts";
import { DEMO_SHOP } from "#tests/support/builders.ts";
import { data, type LoopbackShopify, loopbackShopify } from "#tests/support/loopback-shopify.ts";
import { productNode, variantNode } from "#tests/support/product-nodes.ts";
import { CREDENTIALS, silentLog } from "#tests/support/shopify-app.ts";
import { type TestDatabase, testDatabase } from "#tests/support/test-database.ts";

/** The whole app on a real database, as the server hands it to the routes, and a merchant who opens its pages. */
export interface OpenAdmin {
  readonly encore: Encore;
  readonly database: TestDatabase;
  readonly shopify: LoopbackShopify;
  /** What a page's loader answers to the merchant of `shop`; a thrown Response is the answer too. */
  visit(
    loader: Route<LoaderFunctionArgs>,
    path: string,
    params?: Params,
    shop?: Shop,
    token?: string,
  ): Promise<Response>;
  /** What a page's action answers to a JSON body. */
  post(action: Route<ActionFunctionArgs>, path: string, params: Params, body: unknown, shop?: Shop): Promise<Response>;
  /** What it answers to a body as it is written, JSON or not. */
  send(action: Route<ActionFunctionArgs>, path: string, params: Params, text: string, shop?: Shop): Promise<Response>;
}

type Params = Readonly<Record<string, string>>;
type Route<Args> = (args: Args) => Promise<Response> | Response;

const PICTURE = { url: "https://cdn.example/cakestand.png", altText: null };

/** One for a test file: `const admin = await openAdmin();` */
export async function openAdmin(): Promise<OpenAdmin> {
  const database = await testDatabase();
  const shopify = await loopbackShopify();
  shopify.answer = usualShopify;
  const encore = await compose({ ...CREDENTIALS, databaseUrl: database.url, log: silentLog });
  afterAll(() => encore.close());
  const context: AppLoadContext = { encore };
  const asMerchant = (path: string, shop: Shop, init: RequestInit = {}, token = idTokenFor(shop)) => {
    const url = new URL(path, CREDENTIALS.appUrl);
    const host = Buffer.from(`admin.shopify.com/store/${shop.split(".")[0]}`).toString("base64");
    url.search = String(new URLSearchParams({ ...Object.fromEntries(url.searchParams), shop, host, embedded: "1" }));
    return new Request(url, { ...init, headers: { ...init.headers, Authorization: `Bearer ${token}` } });
  };
  const send: OpenAdmin["send"] = (action, path, params, text, shop = DEMO_SHOP) =>
    answerOf(() => action({ request: asMerchant(path, shop, { method: "POST", body: text }), params, context }));
  return {
    encore,
    database,
    shopify,
    send,
    visit: (loader, path, params = {}, shop = DEMO_SHOP, token) =>
      answerOf(() => loader({ request: asMerchant(path, shop, {}, token), params, context })),
    post: (action, path, params, body, shop) => send(action, path, params, JSON.stringify(body), shop),
  };
}

async function answerOf(work: () => Promise<Response> | Response): Promise<Response> {
  try {
    return await work();
  } catch (thrown) {
    if (thrown instanceof Response) return thrown;
    throw thrown;
  }
}

/** As App Bridge gives it to the page: good for a minute. */
function idTokenFor(shop: Shop): string {
  return sessionTokenOf(shop, { iss: `https://${shop}/admin`, sid: randomUUID() });
}

/** Signed with the app's secret, as those of the admin and of a checkout are; the claims tell whose it is. */
export function sessionTokenOf(shop: Shop, kind: Readonly<Record<string, unknown>>): string {
  const now = Math.floor(Date.now() / 1_000);
  const part = (value: unknown) => Buffer.from(JSON.stringify(value)).toString("base64url");
  const claims = {
    dest: `https://${shop}`,
    aud: CREDENTIALS.apiKey,
    sub: "42",
    exp: now + 60,
    nbf: now,
    iat: now,
    jti: randomUUID(),
    ...kind,
  };
  const signed = `${part({ alg: "HS256", typ: "JWT" })}.${part(claims)}`;
  return `${signed}.${createHmac("sha256", CREDENTIALS.apiSecret).update(signed).digest("base64url")}`;
}

/** Gives tokens, knows the shop, has chosen the app, and has every product that is asked for, at £12.75; a list of them is empty. */
export function usualShopify({ operation, variables }: Parameters<LoopbackShopify["answer"]>[0]) {
  if (operation === "EncoreReadPageChosen") {
    return data({ currentAppInstallation: { app: { isPostPurchaseAppInUse: true } } });
  }
  if (operation === "EncoreReadCatalogPage") {
    const products = { nodes: [], pageInfo: { hasNextPage: false, endCursor: null } };
    return data({ shop: { currencyCode: "GBP" }, products });
  }
  if (operation === "token") {
    const body = { access_token: "shpat_1", scope: "read_products,read_orders", expires_in: 3_600 };
    return { body: { ...body, refresh_token: "shprt_1", refresh_token_expires_in: 7_776_000 } };
  }
  if (operation === "EncoreReadShop") {
    return data({
      shop: {
        name: "Encore Demo",
        currencyCode: "GBP",
        ianaTimezone: "Europe/London",
        primaryDomain: { localization: { defaultLocale: "en" } },
      },
      currentAppInstallation: { app: { id: "gid://shopify/App/77" }, accessScopes: [{ handle: "read_products" }] },
    });
  }
  const ids = Array.isArray(variables?.ids) ? variables.ids.map(String) : [];
  return data({ shop: { currencyCode: "GBP" }, nodes: ids.map((gid) => productIn(gid.split("/").at(-1) ?? "")) });
}

function productIn(id: string) {
  const product = productNode(id, { title: `Product no. ${id}`, variants: [variantNode(`${id}1`)] });
  return { ...product, featuredMedia: { preview: { image: PICTURE } } };
}
