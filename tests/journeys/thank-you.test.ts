import type { Browser } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { launchBrowser } from "#tests/support/browser.ts";
import { Merchant } from "./merchant.ts";
import { type RunningEncore, runEncore, shoot } from "./running-encore.ts";
import { Shopper } from "./shopper.ts";
import { watchedPage } from "./watched-page.ts";

/**
 * The orders that no post-purchase page reaches: the offer on the thank-you page and on order status, each yes a checkout
 * of its own. The steps build on each other.
 */
const TEACUPS = { title: "Regency Teacup and Saucer", handle: "regency-teacup-and-saucer" };
const CAKESTAND = { title: "Regency Cakestand 3 Tier", handle: "regency-cakestand-3-tier" };
/** Whom the sandbox's wallet knows. */
const WALLETS = "wren@example.com";
const ACCEPT = "See it in a new checkout";

let encore: RunningEncore;
let browser: Browser;
let merchant: Merchant;
const failures: string[] = [];

beforeAll(async () => {
  browser = await launchBrowser();
  encore = await runEncore();
  merchant = new Merchant(await newPage(), encore.adminUrl);
}, 180_000);
afterAll(async () => {
  await browser?.close();
  await encore?.stop();
}, 30_000);

const newPage = (options?: Parameters<typeof watchedPage>[2]) => watchedPage(browser, failures, options);
const newShopper = async (options?: Parameters<typeof watchedPage>[2]) =>
  new Shopper(await newPage(options), encore.storeUrl);

test("a merchant lets a rule stand on the thank-you and order status pages", { timeout: 60_000 }, async () => {
  await merchant.open();
  await merchant.open("/app/rules/new");
  await merchant.writeRule({
    bought: [TEACUPS.title],
    offered: CAKESTAND.title,
    percent: 15,
    on: ["Thank-you page", "Order status page"],
  });
  await shoot(merchant.page, "rule-on-thank-you");
  await merchant.publish();
});

test("a wallet skips the page after the purchase, so thank-you shows the offer, at its price and with its code", {
  timeout: 90_000,
}, async () => {
  const shopper = await newShopper();
  await shopper.addToCart(TEACUPS.handle);
  const order = await shopper.payByWallet();
  const accept = shopper.page.getByRole("link", { name: ACCEPT });
  await accept.waitFor();
  for (const words of [CAKESTAND.title, "£12.75", "£10.84", "with this code, before other discounts"]) {
    await shopper.page.getByText(words).first().waitFor();
  }
  await shoot(shopper.page, "thank-you");

  const opening = shopper.page.context().waitForEvent("page");
  await accept.click();
  const own = new Shopper(await opening, encore.storeUrl);
  await own.page.waitForURL(/\/checkouts\//);
  await own.fillCheckout({ email: WALLETS });
  await own.page.locator("#summary").getByText("£10.84").first().waitFor();
  await shoot(own.page, "its-own-checkout");
  await own.pay();
  const bought = await own.reachesThankYou();
  await merchant.orderRow(bought, "£10.84");
  await shoot(merchant.page, "orders");
  await merchant.orderRow(order, "Accepted");
});

test("no page wrote an error all the while", () => {
  expect(failures).toEqual([]);
});
