import { afterAll, beforeAll, expect, test } from "vitest";
import { openUiStage, thankYou, type UiScene, type UiStage } from "./ui-stage.ts";

let stage: UiStage;
beforeAll(async () => {
  stage = await openUiStage();
}, 60_000);
afterAll(() => stage.close());

const strings = { heading: { one: "{{count}} line", other: "{{count}} lines" }, total: "Together {{amount}}" };

/** Runs a few lines as an extension and reads what they wrote. */
async function saidBy(body: string, scene: UiScene = {}) {
  const visit = await stage.visit({
    source: `shopify.extend("${scene.target ?? "purchase.thank-you.block.render"}", async () => {
      const say = (said) => { const text = document.createElement("s-text"); text.append("said: " + JSON.stringify(said)); document.body.append(text); };
      ${body}
    });`,
    ...scene,
  });
  const said = (await visit.page.getByText(/^said: /).textContent()) ?? "";
  return { ...visit, said: said === "said: undefined" ? undefined : JSON.parse(said.slice("said: ".length)) };
}

test("draws a Preact extension of the platform's own, and it follows what changes", async () => {
  const visit = await stage.visit({ strings });
  await visit.page.getByRole("heading", { name: "1 line" }).waitFor();
  await visit.page.getByText("Together £45.00").waitFor();
  await stage.update(visit.page, {
    lines: [{ id: "line-1" }, { id: "line-2" }],
    cost: { totalAmount: { amount: 60, currencyCode: "GBP" } },
  });
  await visit.page.getByRole("heading", { name: "2 lines" }).waitFor();
  await visit.page.getByText("Together £60.00").waitFor();
  expect(visit.errors).toEqual([]);
  await expect.poll(() => visit.firstPaintMs).toBeLessThan(1_000);
});

test("a shopper types, chooses, ticks and presses, and the focus stays where it was", async () => {
  const { page, errors } = await stage.visit({ strings });
  // A letter at a time: the worker answers each with what the field is to say, and may be busy.
  for (const typed of ["M", "MA", "MAR"]) {
    await page.getByLabel("Name").press(typed.slice(-1).toLowerCase());
    await page.getByText(`Pressed 0 times, oak, ${typed}`, { exact: true }).waitFor();
  }
  expect(await page.getByLabel("Name").inputValue()).toBe("MAR");
  await page.getByRole("radio", { name: "Ash" }).click();
  await page.getByRole("checkbox", { name: "Wrap it" }).click();
  await page.getByText("Pressed 0 times, ash, WRAPPED").waitFor();
  await page.getByRole("button", { name: "Press" }).focus();
  await page.keyboard.press("Enter");
  await page.keyboard.press("Enter");
  await page.getByRole("status").getByText("Pressed 2 times, ash, WRAPPED").waitFor();
  expect(await page.getByRole("button", { name: "Press" }).evaluate((button) => button.matches(":focus"))).toBe(true);
  expect(errors).toEqual([]);
});

test("reports an element, a prop, an event or a value that Shopify's target does not have, and draws the rest", async () => {
  const { page, errors } = await stage.visit({
    source: thankYou(`
      const put = (name, change) => {
        const element = document.createElement(name);
        change?.(element);
        document.body.append(element);
        return element;
      };
      put("s-carousel");
      put("div");
      put("s-announcement");
      put("s-text", (text) => { text.setAttribute("colour", "red"); text.append("still here"); });
      put("s-button", (button) => { button.variant = "loud"; button.addEventListener("press", () => {}); });
      const late = put("s-button");
      setTimeout(() => { late.tone = "shrill"; }, 50);`),
  });
  await page.getByText("still here").waitFor();
  await expect
    .poll(() => [...errors].sort())
    .toEqual([
      "s-button has no event press",
      's-button takes no tone of "shrill"',
      's-button takes no variant of "loud"',
      "s-text has no prop colour",
      "there is no element div",
      "there is no element s-announcement",
      "there is no element s-carousel",
    ]);
});

test("an API of another target is none here", async () => {
  const { said, errors } = await saidBy(
    'say([typeof shopify.applyCartLinesChange, "applyCartLinesChange" in shopify, typeof shopify.cost.tip, shopify.orderConfirmation.value])',
    { values: { orderConfirmation: { number: "K7" } } },
  );
  expect(said).toEqual(["undefined", false, "undefined", { number: "K7" }]);
  expect(errors).toEqual([
    "purchase.thank-you.block.render has no API applyCartLinesChange",
    "purchase.thank-you.block.render has no API cost.tip",
  ]);

  const checkout = await saidBy(
    'say(await shopify.applyCartLinesChange({ type: "addCartLine", merchandiseId: "gid://v/1", quantity: 1 }))',
    { target: "purchase.checkout.block.render", answers: { applyCartLinesChange: { type: "success" } } },
  );
  expect(checkout.said).toEqual({ type: "success" });
  expect(checkout.asked).toEqual([
    ["applyCartLinesChange", [{ type: "addCartLine", merchandiseId: "gid://v/1", quantity: 1 }]],
  ]);
  expect(checkout.errors).toEqual([]);
});

test("protected data is absent unless it is granted, and settings are empty until they are saved", async () => {
  const body = `say([typeof shopify.buyerIdentity, typeof shopify.shippingAddress, shopify.settings.value,
    shopify.buyerIdentity?.customer.value?.id])`;
  expect(await saidBy(body)).toMatchObject({ said: ["undefined", "undefined", {}, null], errors: [] });
  const granted = await saidBy(body, { values: { buyerIdentity: { customer: { id: "gid://shopify/Customer/7" } } } });
  expect(granted.said).toEqual(["object", "undefined", {}, "gid://shopify/Customer/7"]);
});

test("tells the extension of its own running: target, version and what it was granted", async () => {
  const { said } = await saidBy(
    "const { target, apiVersion, capabilities } = shopify.extension; say([target, apiVersion, capabilities.value, shopify.extensionPoint])",
    { capabilities: { network_access: true, api_access: false } },
  );
  expect(said).toEqual([
    "purchase.thank-you.block.render",
    "2026-07",
    ["network_access"],
    "purchase.thank-you.block.render",
  ]);
});

test("fetches from an opaque origin, so that a server without CORS is not heard", async () => {
  stage.heard.length = 0;
  const { said, errors } = await saidBy(`
    const answer = (path) => fetch("https://encore.example.com" + path).then((r) => r.text(), (cause) => cause.name);
    say([await answer("/api/open"), await answer("/api/closed")]);`);
  expect(said).toEqual(["heard", "TypeError"]);
  expect(stage.heard.map(({ origin }) => origin)).toEqual(["null", "null"]);
  expect(errors).toEqual([]);
});

test("without network_access nothing is fetched, without api_access nothing is queried", async () => {
  stage.heard.length = 0;
  const { said, errors } = await saidBy(
    `say([await fetch("https://encore.example.com/api/open").catch((cause) => cause.name),
      await shopify.query("{ shop { name } }").catch((cause) => cause.name)])`,
    { capabilities: { network_access: false, api_access: false }, answers: { query: { data: {} } } },
  );
  expect(said).toEqual(["TypeError", "Error"]);
  expect(stage.heard).toEqual([]);
  expect(errors).toEqual([
    "fetch needs network_access = true in shopify.extension.toml",
    "query needs api_access = true in shopify.extension.toml",
  ]);
});

test("leaves no other way to the network or to storage of the browser", async () => {
  const { said } = await saidBy(`say(["XMLHttpRequest", "WebSocket", "EventSource", "Worker", "importScripts",
    "indexedDB", "caches", "postMessage", "localStorage"].filter((name) => self[name] !== undefined))`);
  expect(said).toEqual([]);
});

test("a call is answered, refused, or nobody answers it: the extension hears each", async () => {
  const { said, asked, errors } = await saidBy(
    `const heard = (call) => call.catch((cause) => cause.message);
    say([await heard(shopify.sessionToken.get()), await heard(shopify.storage.read("seen")),
      await heard(shopify.storage.write("seen", { at: 1 }))])`,
    { answers: { "sessionToken.get": "token", "storage.read": "refused" } },
  );
  expect(said).toEqual(["token", "Error: refused", "Error: storage.write isn't answered"]);
  expect(asked).toEqual([
    ["sessionToken.get", []],
    ["storage.read", ["seen"]],
  ]);
  expect(errors).toEqual(["nothing answers the call of storage.write"]);
});

test("refuses a page that gives more than Shopify's target has", async () => {
  const { errors } = await saidBy("say(1)", {
    values: { order: { id: "1" }, i18n: { translate: 1 }, cost: { totalAmount: null, tip: 1 } },
    answers: { applyNoteChange: {}, lines: [] },
  });
  expect(errors).toEqual([
    "there is no value cost.tip to give to the target",
    "there is no value order to give to the target",
    "there is no value i18n.translate to give to the target",
    "there is no call applyNoteChange to answer for the target",
    "there is no call lines to answer for the target",
  ]);
});

test("reports a bundle that is larger than Shopify takes", async () => {
  const noise = Array.from({ length: 30_000 }, (_, index) => Math.sin(index).toString(36)).join("");
  const { errors } = await saidBy(`say(${JSON.stringify(noise)}.length)`);
  await expect.poll(() => errors).toEqual([expect.stringMatching(/^the bundle is \d+ bytes compressed/)]);
});

test.each([
  ["while it loads", "process.env.APP_URL", "Error: ReferenceError: process is not defined"],
  ["for another target", 'shopify.extend("purchase.checkout.block.render", () => {})', "registers nothing"],
  ["while it renders", thankYou('throw new TypeError("while rendering")'), "TypeError: while rendering"],
  [
    "later",
    thankYou('setTimeout(() => { throw new TypeError("later") }, 20); Promise.reject(new RangeError("unheard"))'),
    "TypeError: later",
  ],
])("reports an extension that fails %s", async (_, source, message) => {
  const { errors } = await stage.visit({ source });
  await expect.poll(() => errors.join("\n")).toContain(message);
});

test("translates with plural forms and elements, and reports a text or a replacement that is missing", async () => {
  const { said, errors } = await saidBy(
    `const { translate, formatCurrency, formatNumber, formatDate } = shopify.i18n;
    const element = document.createElement("s-text");
    const parts = translate("bold", { name: element });
    say([translate("left", { count: 1 }), translate("left", { count: 5 }), parts.length, parts[1] === element,
      translate("nowhere.at.all"), translate("bold"), formatCurrency(1250), formatNumber(0.5, { style: "percent" }),
      formatDate(new Date(0), { dateStyle: "short" })])`,
    {
      locale: "fr",
      strings: { left: { one: "{{count}} reste", other: "{{count}} restent" }, bold: "Avec {{ name }} !" },
      values: {
        localization: { currency: { isoCode: "JPY" }, language: { isoCode: "fr-FR" }, timezone: "Asia/Tokyo" },
      },
    },
  );
  expect(said.map((text: unknown) => (typeof text === "string" ? text.replaceAll(/\s/g, " ") : text))).toEqual([
    "1 reste",
    "5 restent",
    3,
    true,
    "nowhere.at.all",
    "Avec {{name}} !",
    "1 250 JPY",
    "50 %",
    "01/01/1970",
  ]);
  expect(errors).toEqual(["the fr translations have no nowhere.at.all", "the fr translation of bold wants a name"]);
});

test("ends the worker when the block is taken from the page", async () => {
  const { page, errors } = await stage.visit({
    source: thankYou(`document.body.append("here"); setInterval(() => { throw new Error("still alive") }, 30);`),
  });
  await page.getByText("here").waitFor();
  await stage.unmount(page);
  const heard = errors.length;
  await page.waitForTimeout(150);
  expect(errors).toHaveLength(heard);
  expect(await page.locator("main").innerHTML()).toBe("");
});
