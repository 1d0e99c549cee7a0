import type { Locator } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { BAG, CAKESTAND, LUNCH_BAG, TEACUPS, TINS } from "./goods.ts";
import { type Journey, openJourney } from "./journey.ts";
import type { Merchant } from "./merchant.ts";
import { shoot } from "./shoot.ts";
import type { Shopper } from "./shopper.ts";
import { offering, rulesFile } from "./written-rules.ts";

/**
 * One shopper, every page there is, twice: what was taken, turned down or is used up on one page is not offered on the
 * next, nor when she comes again.
 */
const CHAIN = { title: "Paper Chain Kit 50's Christmas", handle: "paper-chain-kit-50s-christmas" };
const LENA = "lena@example.com";

let journey: Journey;
let merchant: Merchant;
let shopper: Shopper;
let first: string;

beforeAll(async () => {
  journey = await openJourney();
  ({ merchant } = journey);
  shopper = await journey.newShopper();
}, 180_000);
afterAll(() => journey?.close(), 30_000);

const tick = (title: string): Locator => shopper.page.getByRole("checkbox", { name: `Add ${title}` });
const accept = (): Locator => shopper.page.getByRole("link", { name: "See it in a new checkout" });
const text = (words: string): Locator => shopper.page.getByText(words).first();

test("a merchant publishes rules for every page, with limits", { timeout: 60_000 }, async () => {
  await merchant.open();
  const [teacups, cakestand, bag, tins, lunchBag, chain] = await Promise.all(
    [TEACUPS, CAKESTAND, BAG, TINS, LUNCH_BAG, CHAIN].map(({ handle }) => shopper.productId(handle)),
  );
  if (!teacups || !cakestand || !bag || !tins || !lunchBag || !chain) throw new Error("the shop sells six things");
  const pence = (minor: number) => ({ minor, currency: "GBP" as never });
  await merchant.checkImport(
    rulesFile([
      {
        name: "One bag a day",
        bought: teacups,
        surfaces: ["cart", "checkout", "thank-you"],
        offer: offering(bag),
        limits: { acceptsPerDay: 1 },
      },
      {
        name: "A cakestand, asked once",
        bought: teacups,
        surfaces: ["post-purchase", "thank-you"],
        offer: offering(cakestand, 15),
        ifDeclined: { offer: offering(lunchBag, 0, { kind: "downsell" }) },
        limits: { oncePerCustomer: {} },
      },
      { name: "Tins", bought: teacups, surfaces: ["checkout", "post-purchase"], offer: offering(tins) },
      {
        name: "Chains for 50 pence in all",
        bought: teacups,
        surfaces: ["thank-you", "order-status"],
        offer: offering(chain, 20),
        limits: { discountBudget: pence(50) },
      },
    ]),
  );
  await merchant.saveAndPublish();
});

test("she has bought in the shop before: who is not known can be asked nothing only once", {
  timeout: 60_000,
}, async () => {
  await shopper.addToCart("popcorn-holder");
  await shopper.checkOut({ email: LENA, method: "paypal" });
  await shopper.pay();
  await shopper.reachesThankYou();
});

test("in the cart she takes the bag, so the checkout offers the tins; those she takes out again", {
  timeout: 60_000,
}, async () => {
  await shopper.addToCart(TEACUPS.handle);
  await shopper.visit("/cart");
  await tick(BAG.title).click();
  await expect.poll(() => tick(BAG.title).isChecked()).toBe(true);
  await shopper.page.getByRole("button", { name: "Checkout" }).click();
  await tick(TINS.title).waitFor();
  await shoot(shopper.page, "checkout");
  expect(await tick(BAG.title).count()).toBe(0);
  await tick(TINS.title).click();
  await expect.poll(() => tick(TINS.title).isChecked()).toBe(true);
  await tick(TINS.title).click();
  await expect.poll(() => tick(TINS.title).isChecked()).toBe(false);
});

test("after the payment she is asked about the cakestand and the lunch bag, and about neither bag nor tins", {
  timeout: 60_000,
}, async () => {
  await shopper.fillCheckout({ email: LENA });
  await shopper.pay();
  await shopper.reachesTheOffer();
  await text(CAKESTAND.title).waitFor();
  await shoot(shopper.page, "post-purchase");
  await shopper.page.getByRole("button", { name: "No thanks", exact: true }).click();
  await text(LUNCH_BAG.title).waitFor();
  await shopper.page.getByRole("button", { name: "No thanks, show my order" }).click();
  first = await shopper.reachesThankYou();
});

test("thank-you offers what no page has offered yet; order status still does, and then says what became of it", {
  timeout: 90_000,
}, async () => {
  await accept().waitFor();
  await text(CHAIN.title).waitFor();
  await shoot(shopper.page, "thank-you");
  await shopper.comesBack();
  await accept().waitFor();
  await text(CHAIN.title).waitFor();
  await shoot(shopper.page, "order-status");
  const own = await shopper.followsInNewTab("See it in a new checkout");
  await own.fillCheckout({ email: LENA, method: "paypal" });
  await own.pay();
  const bought = await own.reachesThankYou();
  await own.page.close();
  await expect
    .poll(
      async () => {
        await shopper.page.reload();
        await shopper.hasSettled();
        return shopper.page.getByText(`${CHAIN.title}: added in order ${bought} ✓`).count();
      },
      { timeout: 30_000 },
    )
    .toBe(1);
  expect(await accept().count()).toBe(0);
  await shoot(shopper.page, "order-status-bought");
  await merchant.orderRow(bought, /\d\d:\d\d\s/, "Accepted", "£2.36");
});

test("Orders tell what every page decided for her, and what it earned", { timeout: 60_000 }, async () => {
  const row = await merchant.orderRow(first, "£2.08");
  await shoot(merchant.page, "orders");
  await row.getByRole("link").first().click();
  await merchant.app.getByText("What happened").waitFor();
  for (const title of [BAG.title, TINS.title, CAKESTAND.title, LUNCH_BAG.title, CHAIN.title]) {
    await merchant.app.getByText(title, { exact: false }).first().waitFor();
  }
  await merchant.app.getByText("Taken out again").waitFor();
  expect(await merchant.app.getByText("not counted").count()).toBe(0);
  await shoot(merchant.page, "order-told");
});

test("when she comes again, what was once, once a day or for so much in all is not offered on any page", {
  timeout: 120_000,
}, async () => {
  shopper = await journey.newShopper();
  await shopper.addToCart(TEACUPS.handle);
  await shopper.visit("/cart");
  await shopper.hasSettled();
  expect(await tick("").count()).toBe(0);
  await shopper.checkOut({ email: LENA });
  await tick(TINS.title).waitFor();
  expect(await tick(BAG.title).count()).toBe(0);
  await shopper.pay();
  await shopper.reachesTheOffer();
  await text(TINS.title).waitFor();
  expect(await shopper.page.getByText(CAKESTAND.title).count()).toBe(0);
  await shoot(shopper.page, "post-purchase-again");
  await shopper.page.getByRole("button", { name: /^Add to my order/ }).click();
  await shopper.reachesThankYou();
  await shopper.hasSettled();
  await shoot(shopper.page, "thank-you-again");
  expect(await accept().count()).toBe(0);
});

test("nor is it to anybody else: the day has had its bag, and the chains their 50 pence", {
  timeout: 60_000,
}, async () => {
  shopper = await journey.newShopper();
  await shopper.addToCart(TEACUPS.handle);
  await shopper.visit("/cart");
  await shopper.hasSettled();
  expect(await tick("").count()).toBe(0);
  await shopper.checkOut({ email: "max@example.com", method: "paypal" });
  await shopper.pay();
  await shopper.reachesThankYou();
  await shopper.hasSettled();
  expect(await accept().count()).toBe(0);
});

test("no page wrote an error all the while", () => {
  expect(journey.failures).toEqual([]);
});
