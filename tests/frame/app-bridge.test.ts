import type { Browser, BrowserContext, Frame, Page } from "playwright-core";
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from "vitest";
import { launchBrowser, newVisitor } from "#tests/support/browser.ts";
import { APP_URL, type AppAnswer, openAppIn, openStage, type Stage } from "./stage.ts";

const BODY = `
<ui-title-bar title="Rules">
  <button variant="breadcrumb" onclick="said.push('back')">Home</button>
  <button variant="primary" onclick="said.push('new')">New rule</button>
</ui-title-bar>
<ui-save-bar id="bar"><button variant="primary" onclick="said.push('save')"></button><button onclick="said.push('discard')"></button></ui-save-bar>
<ui-modal id="sure"><p>Publish it to everyone?</p><ui-title-bar title="Publish"><button variant="primary" onclick="said.push('publish')">Publish</button></ui-title-bar></ui-modal>
<form data-save-bar onsubmit="event.preventDefault(); said.push('submit')"><input aria-label="Name" value="Teacups"></form>
<a id="order" href="shopify://admin/orders">The order</a>
<script>window.said = [];</script>`;

let browser: Browser;
let stage: Stage;
let visitor: BrowserContext;
let page: Page;
let app: Frame;
let refuseTokens = 0;

beforeAll(async () => {
  const answer: AppAnswer = (url, { headers }): ReturnType<AppAnswer> => {
    if (url.pathname === "/data" && refuseTokens > 0) {
      refuseTokens -= 1;
      return { status: 401, headers: { "X-Shopify-Retry-Invalid-Session-Request": "1" } };
    }
    if (url.pathname === "/data") return { body: headers.authorization ?? "" };
    if (url.pathname === "/again") {
      return { status: 401, headers: { "X-Shopify-API-Request-Failure-Reauthorize-Url": `${APP_URL}/app/orders` } };
    }
    if (url.pathname === "/app/late" && !url.searchParams.has("id_token")) {
      const back = new URLSearchParams({ "shopify-reload": `${APP_URL}/app/late?shop=x` });
      return { status: 302, headers: { Location: `/auth/session-token?${back}` } };
    }
    return undefined;
  };
  [browser, stage] = await Promise.all([launchBrowser(), openStage(BODY, answer)]);
});
afterAll(async () => {
  await browser.close();
  await stage.close();
});
beforeEach(async () => {
  visitor = await newVisitor(browser);
  page = await visitor.newPage();
  app = await openAppIn(page, stage);
});
afterEach(() => visitor.close());

const said = () => app.evaluate(() => (window as unknown as { said: string[] }).said);
/** Runs in the app's page with `shopify` as App Bridge left it there. */
const inApp = <Answer>(code: string) => app.evaluate<Answer>(`(async () => { ${code} })()`);

test("each id token is new and good for one minute", async () => {
  const [first, second] = await inApp<string[]>("return [await shopify.idToken(), await shopify.idToken()]");
  const claims = (token = "") => JSON.parse(Buffer.from(token.split(".")[1] ?? "", "base64url").toString());
  expect(claims(first).jti).not.toBe(claims(second).jti);
  expect(claims(first).exp - claims(first).iat).toBe(60);
});

test("the app's own requests carry a token; another site's never do", async () => {
  expect(await inApp<string>("return (await fetch('/data')).text()")).toMatch(/^Bearer ey/);
  const foreign: Record<string, string>[] = [];
  await visitor.route("https://elsewhere.example/**", (route) => {
    foreign.push(route.request().headers());
    return route.fulfill({ status: 200, headers: { "Access-Control-Allow-Origin": "*" }, body: "" });
  });
  await inApp("await fetch('https://elsewhere.example/x')");
  expect(foreign).toHaveLength(1);
  expect(foreign[0]).not.toHaveProperty("authorization");
});

test("a request whose token is called invalid is sent once more, with its body and a new token", async () => {
  refuseTokens = 1;
  const before = stage.requests.length;
  expect(await inApp<number>("return (await fetch('/data', {method: 'POST', body: 'x=1'})).status")).toBe(200);
  const [refused, again] = stage.requests.slice(before).filter(({ url }) => url === "/data");
  expect(again?.headers.authorization).not.toBe(refused?.headers.authorization);
  expect(again?.headers["content-length"]).toBe("3");
  refuseTokens = 5;
  expect(await inApp<number>("return (await fetch('/data')).status")).toBe(401);
  refuseTokens = 0;
});

test("an answer that asks to authorise again takes the whole window there", async () => {
  await inApp("void fetch('/again')");
  await page.waitForURL(`${stage.proxyUrl}/app/orders`);
});

test("a page opened with no token comes back by the bounce page with a fresh one", async () => {
  await inApp("location.assign('/app/late')");
  await page.waitForURL(`${stage.appPage}/app/late`);
  expect(stage.requests.at(-1)?.url).toMatch(/^\/app\/late\?shop=x&id_token=ey/);
});

test("a toast shows, its action answers the app, and another goes when the app hides it", async () => {
  await inApp("shopify.toast.show('Rule published', {action: 'Undo', onAction: () => said.push('undo')})");
  await page.getByText("Rule published").waitFor();
  await page.getByRole("button", { name: "Undo" }).click();
  await page.getByText("Rule published").waitFor({ state: "detached" });
  await expect.poll(said).toEqual(["undo"]);
  const id = await inApp<string>("return shopify.toast.show('Second')");
  await page.getByText("Second").waitFor();
  await inApp(`shopify.toast.hide(${JSON.stringify(id)})`);
  await page.getByText("Second").waitFor({ state: "detached" });
});

test("the title bar carries the app's title, its way back and its buttons", async () => {
  await expect.poll(() => page.locator("#title").textContent()).toBe("Rules");
  expect(await page.title()).toBe("Small · Rules");
  await page.getByRole("button", { name: "New rule" }).click();
  await page.getByRole("button", { name: "Home" }).click();
  await expect.poll(said).toEqual(["new", "back"]);
});

test("the save bar stands over the top bar until the app hides it, and presses the app's own buttons", async () => {
  await inApp("await shopify.saveBar.show('bar')");
  await page.getByText("Unsaved changes").waitFor();
  await page.getByRole("button", { name: "Discard" }).click();
  await page.getByRole("button", { name: "Save" }).click();
  await expect.poll(said).toEqual(["discard", "save"]);
  await inApp("await shopify.saveBar.hide('bar')");
  await page.getByText("Unsaved changes").waitFor({ state: "detached" });
});

test("a form marked for the save bar brings it up when it changes; Discard puts the old words back, Save sends it", async () => {
  await app.getByLabel("Name").fill("Cups");
  await page.getByRole("button", { name: "Discard" }).click();
  await expect.poll(() => app.getByLabel("Name").inputValue()).toBe("Teacups");
  await app.getByLabel("Name").fill("Saucers");
  await page.getByRole("button", { name: "Save" }).click();
  await expect.poll(said).toEqual(["submit"]);
  await page.getByText("Unsaved changes").waitFor({ state: "detached" });
});

test("a press on Save that ends the typing in a field is a whole press", async () => {
  await app.getByLabel("Name").pressSequentially("s");
  const save = await page.getByRole("button", { name: "Save" }).boundingBox();
  if (!save) throw new Error("there is no Save to press");
  await page.mouse.move(save.x + save.width / 2, save.y + save.height / 2);
  await page.mouse.down();
  // The field tells of its change as it is left, and the frame has time to hear of it while the mouse is down.
  await inApp("await shopify.idToken()");
  await page.mouse.up();
  await expect.poll(said).toEqual(["submit"]);
});

test("leaving with unsaved changes asks first, and staying stays", async () => {
  await inApp("await shopify.saveBar.show('bar')");
  await page.getByText("Unsaved changes").waitFor();
  await page.locator("#app-menu").getByRole("link", { name: "Rules" }).click();
  await page.getByRole("button", { name: "Stay" }).click();
  expect(page.url()).toBe(`${stage.appPage}/app`);
  await page.locator("#app-menu").getByRole("link", { name: "Rules" }).click();
  await page.getByRole("button", { name: "Leave page" }).click();
  await page.waitForURL(`${stage.appPage}/app/rules`);
});

test("a modal shows the app's words and buttons, and Escape closes it", async () => {
  await inApp("await shopify.modal.show('sure')");
  await app.getByText("Publish it to everyone?").waitFor();
  await app.getByRole("dialog").getByRole("button", { name: "Publish" }).click();
  await expect.poll(said).toEqual(["publish"]);
  await page.keyboard.press("Escape");
  await app.getByRole("dialog").waitFor({ state: "detached" });
});

test("a link to Shopify's admin opens the store's page in the whole window", async () => {
  await app.getByText("The order").click();
  await page.waitForURL(`${stage.adminUrl}/store/encore-demo/orders`);
});

test("an optional scope is granted when the merchant allows it, and told to the app", async () => {
  const asking = inApp("return await shopify.scopes.request(['read_themes'])");
  await page.getByRole("dialog", { name: /asks for more permissions/ }).waitFor();
  expect(await page.getByRole("dialog").textContent()).toContain("read themes");
  await page.getByRole("button", { name: "Allow", exact: true }).click();
  expect(await asking).toMatchObject({
    result: "granted-all",
    detail: { granted: ["read_products", "read_orders", "read_themes"], optional: ["read_themes", "read_customers"] },
  });
  expect(await inApp("return (await shopify.scopes.request(['read_themes'])).result")).toBe("granted-all");
  await inApp("await shopify.scopes.revoke(['read_themes'])");
  expect(await inApp("return (await shopify.scopes.query()).granted")).toEqual(["read_products", "read_orders"]);
});

test("a scope that the merchant does not allow, or that was never declared, is not granted", async () => {
  const asking = inApp("return (await shopify.scopes.request(['read_themes'])).result");
  await page.getByRole("button", { name: "Don't allow" }).click();
  expect(await asking).toBe("declined-all");
  const refused = inApp("return await shopify.scopes.request(['write_themes']).catch((error) => error.message)");
  expect(await refused).toContain("write_themes");
  expect(stage.store.grantedScopes()).toEqual(["read_products", "read_orders"]);
});

test("the app is told the language that the merchant chose for their admin", async () => {
  await page.locator(".account summary").click();
  await page.getByRole("button", { name: "Français" }).click();
  await page.waitForURL(/apps\/small/);
  await expect.poll(() => stage.requests.at(-1)?.url).toContain("locale=fr");
});
