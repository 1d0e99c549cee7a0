import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { launchBrowser, newVisitor } from "#tests/support/browser.ts";
import { type OpenShop, openShop, saysNo } from "./open-shop.ts";

let shop: OpenShop;
let browser: Browser;
beforeAll(async () => {
  [shop, browser] = await Promise.all([openShop(), launchBrowser()]);
  shop.runExtension(saysNo);
});
afterAll(async () => {
  await browser?.close();
  await shop?.close();
});
beforeEach(() => {
  for (const { id } of [...shop.store.placements()]) shop.store.removePlacement(id);
  shop.store.dials.extensionStorage = "kept";
});

const CHECKOUT = "purchase.checkout.block.render";
const THANK_YOU = "purchase.thank-you.block.render";
const ORDER_STATUS = "customer-account.order-status.block.render";

/** A block that draws texts and buttons; `run` has `say`, `button` and `api`. */
function block(target: string, run: string): string {
  return `shopify.extend("${target}", async () => {
    const api = globalThis.shopify;
    const say = (text) => { const made = document.createElement("s-text"); made.textContent = text; document.body.append(made); return made; };
    const button = (label, press) => {
      const made = document.createElement("s-button"); made.textContent = label;
      made.addEventListener("click", press); document.body.append(made);
    };
    ${run}
  });`;
}

function variantOf(handle: string): number {
  return shop.store.productByHandle(handle)?.variants[0]?.id ?? 0;
}

async function atCheckout(options: Parameters<typeof newVisitor>[1] = {}): Promise<Page> {
  const page = await (await newVisitor(browser, options)).newPage();
  await page.goto(`${shop.url}/cart/${variantOf("regency-cakestand-3-tier")}:1`);
  return page;
}

const tokenOf = (page: Page) => new URL(page.url()).pathname.split("/")[2] ?? "";

async function pay(page: Page): Promise<void> {
  const values = {
    email: "ada@example.com",
    firstName: "Ada",
    lastName: "T",
    address1: "1 Row",
    city: "Bath",
    zip: "BA1",
  };
  for (const [name, value] of Object.entries({ ...values, cardNumber: "1" })) await page.fill(`#${name}`, value);
  await page.click("#pay");
  await page.waitForURL(/thank-you$/);
}

describe("a block on the checkout", () => {
  test("adds a line with a click, which the summary and the block itself see at once, and takes it out again", async () => {
    const teacup = variantOf("regency-teacup-and-saucer");
    shop.runBlock(
      CHECKOUT,
      block(
        CHECKOUT,
        `const lines = say(""); api.lines.subscribe((now) => { lines.textContent = now.length + " lines"; });
        button("Add tea", async () => {
          const answer = await api.applyCartLinesChange({ type: "addCartLine", merchandiseId: "gid://shopify/ProductVariant/${teacup}", quantity: 1, attributes: [{ key: "_encore", value: "mark" }] });
          say(answer.type + ", now " + api.lines.value.length);
        });
        button("No tea", () => api.applyCartLinesChange({ type: "removeCartLine", id: api.lines.value[1].id, quantity: 1 }));`,
      ),
    );
    const page = await atCheckout();
    await page.getByRole("button", { name: "Add tea" }).click();
    await page.getByText("success, now 2").waitFor();
    await page.locator("#summary").getByText("Regency Teacup and Saucer").waitFor();
    expect(shop.store.checkout(tokenOf(page))?.lines[1]?.attributes).toEqual([{ key: "_encore", value: "mark" }]);
    await page.getByRole("button", { name: "No tea" }).click();
    await page.getByText("1 lines").waitFor();
    await page.locator("#summary").getByText("Regency Teacup and Saucer").waitFor({ state: "detached" });
  });

  test("is told what was refused, and nothing changes", async () => {
    shop.runBlock(
      CHECKOUT,
      block(
        CHECKOUT,
        `const line = await api.applyCartLinesChange({ type: "addCartLine", merchandiseId: "gid://shopify/ProductVariant/1", quantity: 1 });
        const code = await api.applyDiscountCodeChange({ type: "addDiscountCode", code: "NOPE" });
        say([line.type, code.type, api.lines.value.length].join(" "));`,
      ),
    );
    const page = await atCheckout();
    await page.getByText("error error 1").waitFor();
  });

  test("follows the currency, the country and the codes that the shopper chooses", async () => {
    shop.store.createDiscount({
      title: "Half",
      code: "HALF",
      what: { kind: "basic", items: { kind: "all" }, value: { kind: "fraction", fraction: 0.5 } },
    });
    shop.runBlock(
      CHECKOUT,
      block(
        CHECKOUT,
        `const text = say(""); const show = () => { text.textContent = [api.localization.currency.value.isoCode, api.localization.country.value.isoCode,
          api.cost.subtotalAmount.value.amount, ...api.discountCodes.value.map(({ code }) => code)].join(" "); };
        for (const each of [api.localization.currency, api.localization.country, api.cost.subtotalAmount, api.discountCodes]) each.subscribe(show);`,
      ),
    );
    const page = await atCheckout();
    await page.getByText("GBP GB 12.75", { exact: true }).waitFor();
    await page.fill("#code", "half");
    await page.getByRole("button", { name: "Apply" }).click();
    await page.getByText(/GBP GB 6.3[78] half/i).waitFor();
    await page.selectOption("#country", "DE");
    await page.getByText(/GBP DE 6.3[78] half/i).waitFor();
    await page.selectOption("#currency", "EUR");
    await page.getByText(/EUR DE \d/).waitFor();
  });

  test("asks the shop's own API, and has a token that names the app and no one who is not signed in", async () => {
    const ask = "query One($id: ID!) { node(id: $id) { ... on ProductVariant { title product { title } } } }";
    shop.runBlock(
      CHECKOUT,
      block(
        CHECKOUT,
        `const { data } = await api.query(${JSON.stringify(ask)}, { variables: { id: api.lines.value[0].merchandise.id } });
        const claims = JSON.parse(atob((await api.sessionToken.get()).split(".")[1].replaceAll("-", "+").replaceAll("_", "/")));
        say(data.node.product.title + " for " + claims.dest + ", " + typeof claims.sub);`,
      ),
    );
    const page = await atCheckout();
    await page.getByText(/Regency Cakestand 3 Tier for (https:\/\/)?encore-demo.myshopify.com, undefined/).waitFor();
  });

  test("keeps things in the browser for itself, unless the browser refuses", async () => {
    const run = block(
      CHECKOUT,
      `try { const count = (await api.storage.read("count")) ?? 0; await api.storage.write("count", count + 1); say("Seen " + count); }
      catch { say("No storage"); }`,
    );
    shop.runBlock(CHECKOUT, run);
    const page = await atCheckout();
    await page.getByText("Seen 0").waitFor();
    await page.reload();
    await page.getByText("Seen 1").waitFor();
    shop.store.dials.extensionStorage = "refused";
    await page.reload();
    await page.getByText("No storage").waitFor();
  });

  test("speaks the shopper's language where it knows it, its default where not, and has no settings until some are saved", async () => {
    shop.runBlock(
      CHECKOUT,
      block(CHECKOUT, `say(api.i18n.translate("hello") + " " + JSON.stringify(api.settings.value));`),
    );
    const french = await atCheckout({ locale: "fr-FR" });
    await french.getByText("Bonjour {}").waitFor();
    const arabic = await atCheckout({ locale: "ar" });
    await arabic.getByText("Hello {}").waitFor();
    expect(await arabic.locator("html").getAttribute("dir")).toBe("rtl");
    const [placed] = shop.store.placements();
    shop.store.saveSettings(placed?.id ?? 0, { heading: "Tea" });
    const page = await atCheckout();
    await page.getByText('Hello {"heading":"Tea"}').waitFor();
  });

  test("that fails leaves the checkout as good as it was", async () => {
    shop.runBlock(CHECKOUT, block(CHECKOUT, `throw new Error("no block");`));
    const page = await atCheckout();
    await pay(page);
    await page.getByText("Thank you, Ada").waitFor();
  });
});

describe("after the order", () => {
  test("the thank-you page with its block is shown once; coming back shows the order's status with its own", async () => {
    shop.runBlock(
      THANK_YOU,
      block(THANK_YOU, `say("Thanks for " + api.orderConfirmation.value.order.id.split("/")[3]);`),
    );
    shop.runBlock(
      ORDER_STATUS,
      block(ORDER_STATUS, `say("Status of " + api.order.value.name + ", " + api.authenticationState.value);`),
    );
    const page = await atCheckout();
    const token = tokenOf(page);
    await pay(page);
    await page.getByText("Thanks for Order").waitFor();
    await page.reload();
    const { name } = shop.store.orderByCheckout(token) ?? { name: "" };
    await page.getByText(`Status of ${name}, pre_authenticated`).waitFor();
    await page.fill("#account-email", "ada@example.com");
    await page.getByRole("button", { name: "Sign in" }).click();
    await page.getByText(`Status of ${name}, fully_authenticated`).waitFor();
  });

  test("who has nothing but the order's address sees no address and no block; its own link opens both", async () => {
    shop.runBlock(ORDER_STATUS, block(ORDER_STATUS, `say("Status block");`));
    const page = await atCheckout();
    const token = tokenOf(page);
    await pay(page);
    const stranger = await (await newVisitor(browser)).newPage();
    await stranger.goto(`${shop.url}/orders/${token}`);
    expect(await stranger.textContent("main")).not.toContain("1 Row");
    expect(await stranger.locator(".extension-block").count()).toBe(0);
    expect((await stranger.request.get(`${shop.url}/orders/${token}/blocks`)).status()).toBe(404);
    const key = shop.store.orderByCheckout(token)?.confirmationNumber;
    await stranger.goto(`${shop.url}/orders/${token}/authenticate?key=${key}`);
    await stranger.getByText("Status block").waitFor();
    expect(await stranger.textContent("main")).toContain("1 Row");
  });

  test.each(["klarna", "cash-on-delivery", "apple-pay"])("paid by %s there is no offer in between", async (method) => {
    const page = await atCheckout();
    await page.selectOption("#paymentMethod", method);
    expect(await page.locator("#cardNumber").isVisible()).toBe(false);
    const values = {
      email: "bo@example.com",
      firstName: "Bo",
      lastName: "T",
      address1: "1 Row",
      city: "Bath",
      zip: "BA1",
    };
    for (const [name, value] of Object.entries(values)) await page.fill(`#${name}`, value);
    await page.click("#pay");
    await page.waitForURL(/thank-you$/);
    expect(shop.store.orderByCheckout(tokenOf(page))?.paidWith).not.toContain("Card ending");
  });
});
