import { afterAll, beforeAll, expect, test } from "vitest";
import { type AppProxyNeeds, towardsApp, towardsBrowser } from "#sandbox/frame/app-proxy.ts";
import { APP_URL, openStage, type Stage } from "./stage.ts";

const NEEDS: AppProxyNeeds = {
  appPort: 4040,
  appUrl: APP_URL,
  proxyOrigin: "http://127.0.0.1:4030",
  frameOrigin: "http://127.0.0.1:4020",
  appBridgeUrl: "http://127.0.0.1:4020/frame/app-bridge.js",
};

test("the admin on this machine may frame the app wherever Shopify's admin may", () => {
  const policy = "frame-ancestors https://encore-demo.myshopify.com https://admin.shopify.com https://*.spin.dev;";
  expect(towardsBrowser({ "content-security-policy": policy }, NEEDS)["content-security-policy"]).toBe(
    "frame-ancestors https://encore-demo.myshopify.com https://admin.shopify.com http://127.0.0.1:4020 https://*.spin.dev;",
  );
});

test("an app that lets nobody frame it stays unframed", () => {
  const headers = { "content-security-policy": "frame-ancestors 'none';" };
  expect(towardsBrowser(headers, NEEDS)).toEqual(headers);
});

test("the browser preloads the App Bridge of this machine, not Shopify's", () => {
  const link = '<https://cdn.shopify.com/shopifycloud/app-bridge.js>; rel="preload"; as="script";';
  expect(towardsBrowser({ link }, NEEDS).link).toBe(
    '<http://127.0.0.1:4020/frame/app-bridge.js>; rel="preload"; as="script";',
  );
});

test.each([
  ["the app's own address", `${APP_URL}/app/rules?shop=x#top`, "http://127.0.0.1:4030/app/rules?shop=x#top"],
  [
    "Shopify's admin",
    "https://admin.shopify.com/store/encore-demo/apps/small",
    "http://127.0.0.1:4020/store/encore-demo/apps/small",
  ],
  ["a path", "/auth/session-token?shop=x", "/auth/session-token?shop=x"],
  ["anywhere else", "https://example.org/help", "https://example.org/help"],
])("a redirect to %s stays on this machine where it can", (_where, location, expected) => {
  expect(towardsBrowser({ location }, NEEDS).location).toBe(expected);
});

test("the app sees the host and the origin of its public address", () => {
  const seen = towardsApp({ host: "127.0.0.1:4030", origin: "http://127.0.0.1:4030", accept: "text/html" }, NEEDS);
  expect(seen).toMatchObject({ host: "small-app.example.com", origin: APP_URL, "x-forwarded-proto": "https" });
  expect(towardsApp({ origin: "http://evil.example" }, NEEDS).origin).toBe("http://evil.example");
});

let stage: Stage;
beforeAll(async () => {
  stage = await openStage("", (url) =>
    url.pathname === "/moved" ? { status: 302, headers: { Location: `${APP_URL}/app` } } : undefined,
  );
});
afterAll(() => stage.close());

test("a request goes through with its path, and its answer comes back whole", async () => {
  const moved = await fetch(`${stage.proxyUrl}/moved?a=1`, { redirect: "manual" });
  expect(moved.status).toBe(302);
  expect(moved.headers.get("location")).toBe(`${stage.proxyUrl}/app`);
  expect(stage.requests.at(-1)).toMatchObject({ url: "/moved?a=1", headers: { host: "small-app.example.com" } });
});
