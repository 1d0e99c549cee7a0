import { afterAll, beforeAll, expect, test } from "vitest";
import { BAG, CAKESTAND, TEACUPS, TINS } from "./goods.ts";
import { type Journey, openJourney } from "./journey.ts";
import type { Merchant } from "./merchant.ts";
import { shoot } from "./shoot.ts";
import type { Shopper } from "./shopper.ts";
import { offering, rulesFile } from "./written-rules.ts";

/**
 * The orders that no post-purchase page reaches: the offer on the thank-you page and on order status, each yes a checkout
 * of its own. The steps build on each other.
 */
const PATTERN = { handle: "bunting-pattern-to-download" };
const PLANNER = { title: "Tea Party Planner to Download", handle: "tea-party-planner-to-download" };
/** Whom the sandbox's wallet knows. */
const WALLETS = "wren@example.com";
const ACCEPT = "See it in a new checkout";

let journey: Journey;
let merchant: Merchant;
let buyer: Shopper;
let bought: string;

beforeAll(async () => {
  journey = await openJourney();
  ({ merchant } = journey);
}, 180_000);
afterAll(() => journey?.close(), 30_000);

async function isOfferedNothing(shopper: Shopper): Promise<void> {
  await shopper.hasSettled();
  expect(await shopper.page.getByRole("link", { name: ACCEPT }).count()).toBe(0);
}

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
  buyer = await journey.newShopper();
  await buyer.addToCart(TEACUPS.handle);
  const order = await buyer.payByWallet();
  await buyer.page.getByRole("link", { name: ACCEPT }).waitFor();
  for (const words of [CAKESTAND.title, "£12.75", "£10.84", "with this code, before other discounts"]) {
    await buyer.page.getByText(words).first().waitFor();
  }
  await shoot(buyer.page, "thank-you");

  const own = await buyer.followsInNewTab(ACCEPT);
  await own.fillCheckout({ email: WALLETS });
  await own.page.locator("#summary").getByText("£10.84").first().waitFor();
  await shoot(own.page, "its-own-checkout");
  await own.pay();
  bought = await own.reachesThankYou();
  await merchant.orderRow(bought, "£10.84");
  await shoot(merchant.page, "orders");
  await merchant.orderRow(order, "Accepted");
});

test("who comes back to the order's status reads what became of the offer", { timeout: 60_000 }, async () => {
  await buyer.comesBack();
  await buyer.page.getByText(`${CAKESTAND.title}: added in order ${bought} ✓`).waitFor();
  expect(await buyer.page.getByRole("link", { name: ACCEPT }).count()).toBe(0);
  await shoot(buyer.page, "order-status-bought");
});

test("a merchant publishes a file of rules for these pages", { timeout: 60_000 }, async () => {
  const shopper = await journey.newShopper();
  const [teacups, cakestand, bag, tins, pattern, planner] = await Promise.all(
    [TEACUPS, CAKESTAND, BAG, TINS, PATTERN, PLANNER].map(({ handle }) => shopper.productId(handle)),
  );
  if (!teacups || !cakestand || !bag || !tins || !pattern || !planner) throw new Error("the shop sells six things");
  const onEveryPage = ["post-purchase", "thank-you", "order-status"] as const;
  await merchant.checkImport(
    rulesFile([
      { name: "Teacups to cakestand", bought: teacups, offer: offering(cakestand, 15) },
      { name: "Bag to tins", bought: bag, offer: offering(tins) },
      { name: "Pattern to planner", bought: pattern, surfaces: onEveryPage, offer: offering(planner, 20) },
      {
        name: "Three noes",
        bought: tins,
        surfaces: onEveryPage,
        offer: offering(cakestand, 10),
        ifDeclined: {
          offer: offering(teacups, 10, { kind: "downsell" }),
          ifDeclined: { offer: offering(bag, 0, { kind: "downsell" }) },
        },
      },
    ]),
  );
  await merchant.saveAndPublish();
});

test("what can be downloaded has no page after the purchase; its offer stands on thank-you", {
  timeout: 60_000,
}, async () => {
  const shopper = await journey.newShopper();
  await shopper.addToCart(PATTERN.handle);
  await shopper.checkOut({ email: "dora@example.com" });
  await shopper.pay();
  await shopper.reachesThankYou();
  await shopper.page.getByRole("link", { name: ACCEPT }).waitFor();
  for (const words of [PLANNER.title, "£4.95", "£3.96"]) await shopper.page.getByText(words).first().waitFor();
  await shoot(shopper.page, "digital-goods");
});

test("a German shopper who pays in euro reads the offer in German, in euro, and the new checkout takes that price", {
  timeout: 90_000,
}, async () => {
  const shopper = await journey.newShopper({ locale: "de-DE", viewport: { width: 390, height: 844 } });
  await shopper.chooses({ language: "de", currency: "EUR" });
  await shopper.addToCart(TEACUPS.handle);
  await shopper.checkOut({ email: "greta@example.com", method: "paypal" });
  await shopper.pay();
  const order = await shopper.reachesThankYou();
  await shopper.page.getByText("mit diesem Code, vor weiteren Rabatten").waitFor();
  const [was, now = "two prices"] = await shopper.page
    .locator(".extension-block")
    .getByText(/^[\d.]+,\d\d\s€$/)
    .allInnerTexts();
  expect([was, now]).toEqual(["14,92\u00a0€", "12,68\u00a0€"]);
  await shoot(shopper.page, "german-euro-phone");
  const own = await shopper.followsInNewTab("In neuem Checkout ansehen");
  await own.fillCheckout({ email: "greta@example.com" });
  await own.page.locator("details.summary > summary").click();
  await own.page.locator("#summary").getByText(now).first().waitFor();
  await shoot(own.page, "german-euro-checkout");
  await merchant.orderRow(order, "Accepted");
});

test("what was declined on the page after the purchase goes on, on thank-you, where it left off", {
  timeout: 90_000,
}, async () => {
  const shopper = await journey.newShopper();
  await shopper.addToCart(TINS.handle);
  await shopper.checkOut({ email: "nora@example.com" });
  await shopper.pay();
  await shopper.reachesTheOffer();
  await shopper.page.getByRole("button", { name: "No thanks", exact: true }).click();
  await shopper.page.getByText(TEACUPS.title).first().waitFor();
  await shopper.page.getByRole("button", { name: "No thanks, show my order" }).click();
  await shopper.reachesThankYou();
  const accept = shopper.page.getByRole("link", { name: ACCEPT });
  await accept.waitFor();
  await shopper.page.getByText(BAG.title).first().waitFor();
  await shoot(shopper.page, "goes-on-after-two-noes");

  await shopper.page.getByRole("button", { name: "Not for me" }).click();
  await accept.waitFor({ state: "detached" });
  await shopper.comesBack();
  await isOfferedNothing(shopper);
  await shoot(shopper.page, "order-status-declined");
});

test("what sold out while thank-you stood there is not charged, and not offered on order status", {
  timeout: 90_000,
}, async () => {
  const shopper = await journey.newShopper();
  await shopper.addToCart(TEACUPS.handle);
  await shopper.checkOut({ email: "sally@example.com", method: "paypal" });
  await shopper.pay();
  await shopper.reachesThankYou();
  await shopper.page.getByRole("link", { name: ACCEPT }).waitFor();
  await merchant.setStock(CAKESTAND.title, 0);
  const own = await shopper.followsInNewTab(ACCEPT);
  await own.page.getByText(`${CAKESTAND.title} just sold out.`).waitFor();
  await shoot(own.page, "sold-out-in-between");
  await shopper.comesBack();
  await isOfferedNothing(shopper);
  const another = await journey.newShopper();
  await another.addToCart(TEACUPS.handle);
  await another.payByWallet();
  await isOfferedNothing(another);
  await merchant.setStock(CAKESTAND.title, 50);
});

test("with our server silent, an offer that needs no code is shown and accepted all the same", {
  timeout: 90_000,
}, async () => {
  const shopper = await journey.newShopper();
  await shopper.addToCart(BAG.handle);
  await shopper.checkOut({ email: "olga@example.com", method: "paypal" });
  journey.encore.silenceApp();
  try {
    await shopper.pay();
    await shopper.reachesThankYou();
    await shopper.page.getByText(TINS.title).first().waitFor();
    await shoot(shopper.page, "server-silent");
    const own = await shopper.followsInNewTab(ACCEPT);
    await own.fillCheckout({ email: "olga@example.com" });
    await own.page.locator("#summary").getByText(TINS.title).waitFor();
    await own.pay();
    await own.reachesThankYou();
    await own.page.getByText(TINS.title).first().waitFor();
  } finally {
    journey.encore.wakeApp();
  }
});

test("no page wrote an error all the while", () => {
  expect(journey.failures).toEqual([]);
});
