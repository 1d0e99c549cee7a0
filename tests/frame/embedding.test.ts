import { createHmac } from "node:crypto";
import type { Browser, BrowserContext, Page } from "playwright-core";
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from "vitest";
import { launchBrowser, newVisitor } from "#tests/support/browser.ts";
import { CLIENT_SECRET, openStage, type Stage } from "./stage.ts";

let browser: Browser;
let stage: Stage;
let visitor: BrowserContext;
let page: Page;

beforeAll(async () => {
  [browser, stage] = await Promise.all([launchBrowser(), openStage()]);
});
afterAll(async () => {
  await browser.close();
  await stage.close();
});
beforeEach(async () => {
  visitor = await newVisitor(browser);
  page = await visitor.newPage();
});
afterEach(() => visitor.close());

const app = () => page.frameLocator("iframe[name=app-iframe]");
const appFrame = () => page.frames().find((frame) => frame.url().startsWith(stage.proxyUrl));

test("the app opens in Shopify's frame with the shop, the host, a fresh token and a signature over it all", async () => {
  await page.goto(stage.appPage);
  await app().getByRole("heading", { name: "Small app" }).waitFor();
  const opened = new URL(stage.requests.findLast(({ url }) => url?.startsWith("/app?"))?.url ?? "", stage.proxyUrl);
  const asked = opened.searchParams;
  expect(asked.get("embedded")).toBe("1");
  expect(asked.get("shop")).toBe("encore-demo.myshopify.com");
  expect(Buffer.from(asked.get("host") ?? "", "base64").toString()).toBe("admin.shopify.com/store/encore-demo");
  const [, claims = ""] = asked.get("id_token")?.split(".") ?? [];
  expect(JSON.parse(Buffer.from(claims, "base64url").toString())).toMatchObject({
    iss: "https://encore-demo.myshopify.com/admin",
    dest: "https://encore-demo.myshopify.com",
    aud: "small-app-key",
  });
  const signature = asked.get("hmac");
  asked.delete("hmac");
  asked.sort();
  expect(signature).toBe(createHmac("sha256", CLIENT_SECRET).update(asked.toString()).digest("hex"));
});

test("the address bar follows the app, a reload keeps the place, and the browser's arrow goes back", async () => {
  await page.goto(stage.appPage);
  await page.getByRole("link", { name: "Rules" }).click();
  await app().getByRole("heading", { name: "/app/rules" }).waitFor();
  await page.waitForURL(`${stage.appPage}/app/rules`);
  await expect.poll(() => page.getByRole("link", { name: "Rules" }).getAttribute("aria-current")).toBe("page");

  await page.reload();
  await app().getByRole("heading", { name: "Small app" }).waitFor();
  expect(new URL(appFrame()?.url() ?? "").pathname).toBe("/app/rules");
  expect(page.url()).toBe(`${stage.appPage}/app/rules`);

  await page.getByRole("link", { name: "Orders" }).nth(1).click();
  await page.waitForURL(`${stage.appPage}/app/orders`);
  await page.goBack();
  await page.waitForURL(`${stage.appPage}/app/rules`);
});

test("a page of the app opened without the frame's parameters stands in the address bar without them", async () => {
  await page.goto(`${stage.appPage}/app/orders?status=open`);
  await app().getByRole("heading", { name: "Small app" }).waitFor();
  expect(page.url()).toBe(`${stage.appPage}/app/orders?status=open`);
});

test("the app's old address by its client id leads to the same page", async () => {
  await page.goto(`${stage.adminUrl}/store/encore-demo/apps/small-app-key/app/rules`);
  await page.waitForURL(`${stage.appPage}/app/rules`);
});

test("an app that was uninstalled is not opened but offered for install", async () => {
  stage.store.uninstallApp();
  await page.goto(stage.appPage);
  await page.getByRole("button", { name: "Install Small" }).click();
  await app().getByRole("heading", { name: "Small app" }).waitFor();
  expect(stage.store.installed()).toBe(true);
});

test("Shopify's own host names, routed here, embed the app at its public address", async () => {
  const real = await fetch(`${stage.appPage}/app`, { headers: { "X-Forwarded-Host": "admin.shopify.com" } });
  expect(await real.text()).toContain('"address":"https://small-app.example.com/app?embedded=1');
  const script = await fetch(`${stage.adminUrl}/shopifycloud/app-bridge.js`, {
    headers: { "X-Forwarded-Host": "cdn.shopify.com" },
  });
  expect(await script.text()).toContain('ENCORE_FRAME_ORIGIN = "https://admin.shopify.com"');
});
