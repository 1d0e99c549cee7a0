import { randomUUID } from "node:crypto";
import { createSigner } from "fast-jwt";
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { launchBrowser, newVisitor } from "#tests/support/browser.ts";
import {
  applying,
  CLIENT_ID,
  CLIENT_SECRET,
  greets,
  type OpenShop,
  offering,
  offersTea,
  openShop,
  saysNo,
} from "./open-shop.ts";

let shop: OpenShop;
let browser: Browser;
beforeAll(async () => {
  [shop, browser] = await Promise.all([openShop(), launchBrowser()]);
});
afterAll(async () => {
  await browser?.close();
  await shop?.close();
});
beforeEach(() => shop.runExtension(saysNo));

const ADDRESS = {
  email: "ada@example.com",
  firstName: "Ada",
  lastName: "Teacup",
  address1: "12 Row",
  city: "Bath",
  zip: "BA1",
};

/** At the checkout with a cakestand, the address filled in. */
async function atCheckout(options: Parameters<typeof newVisitor>[1] = {}): Promise<Page> {
  const page = await (await newVisitor(browser, options)).newPage();
  await page.goto(`${shop.url}/products/regency-cakestand-3-tier`);
  await page.click("#add");
  await page.locator(".notice form button").click();
  for (const [name, value] of Object.entries(ADDRESS)) await page.fill(`#${name}`, value);
  return page;
}

async function pay(page: Page, card = "1"): Promise<void> {
  await page.fill("#cardNumber", card);
  await page.click("#pay");
}

/** As the app would sign it once the order is paid. */
function signedTeacup(token: string): string {
  const variantId = shop.store.productByHandle("regency-teacup-and-saucer")?.variants[0]?.id;
  const changes = [{ type: "add_variant", variantId, quantity: 1 }];
  const iat = Math.floor(Date.now() / 1000) + 60;
  return createSigner({ key: CLIENT_SECRET })({ iss: CLIENT_ID, sub: token, iat, jti: randomUUID(), changes });
}

/** Every page the shopper passes through from now on. */
function journeyOf(page: Page): string[] {
  const steps: string[] = [];
  page.on("framenavigated", (frame) => steps.push(new URL(frame.url()).pathname.split("/").at(-1) ?? ""));
  return steps;
}

describe("paying", () => {
  test("says beside the card number that the card was declined, and takes the next one", async () => {
    const page = await atCheckout();
    await pay(page, "2");
    const error = page.locator("#cardNumber-error");
    await error.getByText("Your card was declined").waitFor();
    expect(await page.locator("#cardNumber").getAttribute("aria-invalid")).toBe("true");
    expect(await page.evaluate(() => document.activeElement?.id)).toBe("cardNumber");
    await pay(page, "1");
    await page.waitForURL(/thank-you$/);
    await page.getByText("Thank you, Ada").waitFor();
  });

  test("names each field that is missing, in the shopper's language", async () => {
    const page = await atCheckout({ locale: "de-DE" });
    await page.fill("#email", "");
    await page.fill("#city", "");
    await page.click("#pay");
    await page.locator("#email-error").getByText("E-Mail-Adresse").waitFor();
    expect(await page.locator("#city-error").textContent()).toBe("Bitte ausfüllen.");
    expect(await page.locator("#cardNumber-error").isVisible()).toBe(true);
    expect(await page.evaluate(() => document.activeElement?.id)).toBe("email");
  });

  test("works out the sums anew when the country changes", async () => {
    const page = await atCheckout();
    await page.selectOption("#country", "DE");
    await page.locator("#summary").getByText("£8.95").waitFor();
    await page.locator("#summary").getByText("VAT 19%").waitFor();
    expect(await page.locator("#pay").textContent()).toBe("Pay £25.82");
  });

  test("says in a second currency what is charged, and names it on the button and on the order", async () => {
    const page = await atCheckout();
    await page.selectOption("#currency", "EUR");
    await page.locator("#pay").getByText("€").waitFor();
    const charged = (await page.locator("#pay").textContent())?.replace("Pay ", "") ?? "";
    expect(charged).toMatch(/^€\d+\.\d\d$/);
    expect(await page.locator("#summary").textContent()).toContain(`Total${charged}`);
    await pay(page);
    await page.waitForURL(/thank-you$/);
    expect(await page.locator(".checkout-side").textContent()).toContain(`Total${charged}`);
  });

  test("asks for no address when it is picked up, and shows no offer", async () => {
    shop.runExtension(offersTea);
    const page = await atCheckout();
    await page.fill("#address1", "");
    await page.getByText("Pick up in the shop").click();
    await page.locator("#summary").getByText("Free").waitFor();
    const steps = journeyOf(page);
    await pay(page);
    await page.getByText("Picked up in the shop").waitFor();
    expect(steps).toEqual(["thank-you"]);
  });

  test("keeps working without scripts, offer apart", async () => {
    shop.runExtension(offersTea);
    const page = await atCheckout({ javaScriptEnabled: false });
    await pay(page, "3");
    await page.getByText("There was an issue processing your payment").waitFor();
    expect(await page.inputValue("#city")).toBe("Bath");
    await pay(page, "1");
    await page.getByText("Thank you, Ada").waitFor();
  });

  test("empties the cart, and a second visit to the checkout leads to the order", async () => {
    const page = await atCheckout();
    const checkout = page.url();
    await pay(page);
    await page.waitForURL(/thank-you$/);
    expect(await page.goto(`${shop.url}/cart`).then((response) => response?.text())).toContain("Your cart is empty");
    await page.goto(checkout);
    expect(new URL(page.url()).pathname).toBe(`/orders/${new URL(checkout).pathname.split("/")[2]}`);
  });
});

describe("the step after the payment", () => {
  test("shows the extension's offer with what it kept, under a head that says the order is paid", async () => {
    shop.runExtension(offersTea);
    const page = await atCheckout();
    await pay(page);
    await page.getByText("More tea for 1 lines?").waitFor();
    await page
      .getByText(/Order #\d+ is paid/)
      .first()
      .waitFor();
    await page.getByRole("button", { name: "No more tea" }).click();
    await page.waitForURL(/thank-you$/);
  });

  test("is left by its head's link, and is not come back to", async () => {
    shop.runExtension(offersTea);
    const page = await atCheckout();
    await pay(page);
    await page.waitForURL(/post-purchase$/);
    const offer = page.url();
    await page.getByRole("link", { name: "View order confirmation" }).click();
    await page.waitForURL(/thank-you$/);
    await page.goto(offer);
    expect(new URL(page.url()).pathname).toMatch(/^\/orders\//);
  });

  test.each([
    ["throws while it renders", offering(`throw new Error("no tea");`)],
    ["fails later on", offering(`root.mount(); setTimeout(() => { throw new Error("no tea"); }, 50);`)],
    ["is done at once", offering("api.done();")],
  ])("leads on to the thank-you page when the extension %s", async (_, bundle) => {
    shop.runExtension(bundle);
    const page = await atCheckout();
    await pay(page);
    await page.waitForURL(/thank-you$/);
  });

  test("keeps for a reload what the extension keeps while it renders", async () => {
    const asking = 'api.storage.update({ seen: true }).then(() => root.appendChild(root.createComponent("Text", {}, ';
    shop.runExtension(offering(`${asking}api.storage.initialData.seen ? "Tea again?" : "Tea?"))); root.mount();`));
    const page = await atCheckout();
    await pay(page);
    await page.getByText("Tea?", { exact: true }).waitFor();
    await page.reload();
    await page.getByText("Tea again?").waitFor();
  });

  test("stays open for up to three accepted offers, one after the other, and counts what is left", async () => {
    shop.runExtension(offersTea);
    const page = await atCheckout();
    const token = new URL(page.url()).pathname.split("/")[2] ?? "";
    shop.runExtension(applying([signedTeacup(token), signedTeacup(token), signedTeacup(token)]));
    await pay(page);
    for (const left of ["2 left", "1 left", "0 left"]) {
      await page.getByRole("button", { name: "More tea" }).click();
      await page.getByText(left).waitFor();
      expect(page.url()).toMatch(/post-purchase$/);
    }
    await page.getByRole("button", { name: "Enough" }).click();
    await page.waitForURL(/thank-you$/);
    expect(shop.store.orderByCheckout(token)?.lines).toHaveLength(4);
  });

  test("knows who bought before by their e-mail address, and nobody else", async () => {
    shop.runExtension(greets);
    const buyAs = async (email: string) => {
      const page = await atCheckout();
      await page.fill("#email", email);
      await pay(page);
      return page;
    };
    await (await buyAs("grace@example.com")).getByText("Hello stranger").waitFor();
    const known = shop.store.customers().find(({ email }) => email === "grace@example.com");
    await (await buyAs("Grace@example.com")).getByText(`Hello ${known?.id}, and ${known?.id} before`).waitFor();
    await (await buyAs("guest@example.com")).getByText("Hello stranger").waitFor();
  });

  test("is left out for a wallet", async () => {
    shop.runExtension(offersTea);
    const page = await atCheckout();
    const steps = journeyOf(page);
    await page.getByRole("button", { name: "Pay with Pocket Pay" }).click();
    await page.waitForURL(/thank-you$/);
    expect(steps).toEqual(["thank-you"]);
  });

  test("is left out when the extension needs longer than its 1.5 seconds, and nobody waits for it", async () => {
    shop.runExtension(
      `shopify.extend("Checkout::PostPurchase::ShouldRender", () => new Promise((resolve) => setTimeout(resolve, 60_000, { render: true })));`,
    );
    const page = await atCheckout();
    const steps = journeyOf(page);
    const began = performance.now();
    await pay(page);
    await page.waitForURL(/thank-you$/);
    expect(performance.now() - began).toBeLessThan(4_000);
    expect(steps).toEqual(["thank-you"]);
  });

  test("asks the extension again when the purchase has changed", async () => {
    const toGermany = `inputData.initialPurchase.destinationCountryCode === "DE"`;
    shop.runExtension(offersTea.replace("return { render: true }", `return { render: ${toGermany} }`));
    const page = await atCheckout();
    await page.selectOption("#country", "DE");
    await page.locator("#summary").getByText("£8.95").waitFor();
    await pay(page);
    await page.waitForURL(/post-purchase$/);
  });

  test("asks the extension again at Pay when it said no before", async () => {
    const awakeAt = Date.now() + 4_000;
    shop.runExtension(offersTea.replace("return { render: true }", `return { render: Date.now() > ${awakeAt} }`));
    const page = await atCheckout();
    await page.waitForTimeout(Math.max(0, awakeAt - Date.now() + 50));
    await pay(page);
    await page.waitForURL(/post-purchase$/);
  });
});

describe("a purchase of nothing that is sent", () => {
  test("asks for no address, shows no offer in between, and says that it comes by e-mail", async () => {
    shop.runExtension(offersTea);
    const page = await (await newVisitor(browser)).newPage();
    const planner = shop.store.productByHandle("tea-party-planner-to-download")?.variants[0];
    await page.goto(`${shop.url}/products/tea-party-planner-to-download`);
    await page.getByText("Sent by e-mail").waitFor();
    await page.goto(`${shop.url}/cart/${planner?.id}:1`);
    await page.getByText("it comes by e-mail").waitFor();
    expect(await page.locator("#address1").isVisible()).toBe(false);
    await page.fill("#email", "ada@example.com");
    const steps = journeyOf(page);
    await pay(page);
    await page.getByText("Sent by e-mail").waitFor();
    expect(steps).toEqual(["thank-you"]);
  });
});
