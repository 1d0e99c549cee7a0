import { afterAll, beforeAll, expect, test } from "vitest";
import { CAKESTAND, TEACUPS } from "./goods.ts";
import { type Journey, openJourney } from "./journey.ts";
import type { Merchant } from "./merchant.ts";
import { shoot } from "./shoot.ts";

/**
 * From a merchant's rule to money in the order and back, on the real thing: `start.ts` with its database, store, admin
 * and app as processes, the production bundle in a worker, Chromium in front. The steps build on each other.
 */

/** The last cell of an order that no offer added to. */
const NOTHING_EARNED = /(–|£0\.00)\s*$/;

let journey: Journey;
let merchant: Merchant;
let accepted: string;

beforeAll(async () => {
  journey = await openJourney();
  ({ merchant } = journey);
}, 180_000);
afterAll(() => journey?.close(), 30_000);

test("npm start prints the addresses of a store and of its admin within two minutes", () => {
  expect(journey.encore.startedInMs).toBeLessThan(120_000);
});

test("the app stands embedded in the admin, says what is left to set up, and teaches its first rule", {
  timeout: 30_000,
}, async () => {
  await merchant.open();
  await merchant.app.getByText("Nothing to count yet").waitFor();
  await merchant.app.getByText("2 of 3 done").waitFor();
  await shoot(merchant.page, "home-empty");
  await merchant.app.getByRole("link", { name: "Write a rule" }).click();
  await merchant.app.getByRole("heading", { name: "Start from a template" }).waitFor();
  await shoot(merchant.page, "templates");
});

test("a merchant makes a rule from a template and publishes it in under a minute", { timeout: 60_000 }, async () => {
  await merchant.app.getByRole("link", { name: "Use this template: Customers who bought this" }).click();
  await merchant.writeRule({
    bought: [TEACUPS.title],
    offered: CAKESTAND.title,
    percent: 15,
    headline: "Complete your tea table",
    on: ["Post-purchase page"],
  });
  await merchant.app.getByText("£10.84 instead of £12.75").first().waitFor();
  await shoot(merchant.page, "rule-written");
  await merchant.publish();
  await shoot(merchant.page, "rule-published");
  await merchant.open("/app/rules");
  await merchant.app.getByText("Live", { exact: true }).waitFor();
  await shoot(merchant.page, "rules");
});

test("a shopper who bought a teacup is offered the cakestand before the thank-you page", {
  timeout: 60_000,
}, async () => {
  const shopper = await journey.newShopper();
  await shopper.visit("/");
  await shoot(shopper.page, "store");
  await shopper.addToCart(TEACUPS.handle, 2);
  await shoot(shopper.page, "cart");
  await shopper.checkOut();
  await shoot(shopper.page, "checkout");
  await shopper.pay();
  await shopper.reachesTheOffer();
  const offer = shopper.page.locator("main");
  for (const words of [
    "Complete your tea table",
    CAKESTAND.title,
    "£12.75",
    "£10.84",
    "15% off",
    "You pay now",
    "£13.01",
    "Free",
  ]) {
    await offer.getByText(words).first().waitFor();
  }
  await shoot(shopper.page, "offer");

  await shopper.page.getByRole("button", { name: "Add to my order · £13.01" }).click();
  accepted = await shopper.reachesThankYou();
  await shopper.page.getByText(CAKESTAND.title).waitFor();
  await shoot(shopper.page, "thank-you");
});

test("seconds later the app tells that the offer was seen, accepted, what it earned, and why it was shown", {
  timeout: 60_000,
}, async () => {
  const row = await merchant.orderRow(accepted, CAKESTAND.title, "Accepted", "£10.84");
  await shoot(merchant.page, "orders");
  await row.getByRole("link").first().click();
  await merchant.app.getByText("Why this offer was shown").waitFor();
  await merchant.app.getByText(`The customer bought ${TEACUPS.title}`, { exact: false }).waitFor();
  await shoot(merchant.page, "order-explained");
});

test("the home screen counts it, and all that was left to set up is done", { timeout: 60_000 }, async () => {
  await merchant.open();
  for (const words of ["£10.84", "accepted (1 of 1 order that saw an offer)", "1 so far: too few to compare"]) {
    await merchant.app.getByText(words).first().waitFor();
  }
  await merchant.app.getByRole("link", { name: `${TEACUPS.title} → ${CAKESTAND.title}` }).waitFor();
  expect(await merchant.app.getByText("Get set up").count()).toBe(0);
  await shoot(merchant.page, "home");
});

test("refunding the line in the store's admin takes the earning away again", { timeout: 60_000 }, async () => {
  await merchant.openStoreOrder(accepted);
  await shoot(merchant.page, "store-order");
  await merchant.refund(accepted, CAKESTAND.title, 1);
  await shoot(merchant.page, "store-order-refunded");
  const row = await merchant.orderRow(accepted, "£0.00");
  await row.getByRole("link").first().click();
  await merchant.app.getByText("Earned after refunds").waitFor();
  await shoot(merchant.page, "order-after-refund");
});

test("a shopper who declines goes on to thank-you, charged nothing more", { timeout: 60_000 }, async () => {
  const shopper = await journey.newShopper();
  await shopper.addToCart(TEACUPS.handle);
  await shopper.checkOut();
  await shopper.pay();
  await shopper.reachesTheOffer();
  await shopper.page.getByRole("button", { name: "No thanks, show my order" }).click();
  const order = await shopper.reachesThankYou();
  expect(await shopper.page.getByText(CAKESTAND.title).count()).toBe(0);
  await merchant.orderRow(order, "Declined", NOTHING_EARNED);
});

test("a shopper whom no rule fits sees no page and does not wait", { timeout: 60_000 }, async () => {
  const shopper = await journey.newShopper();
  await shopper.addToCart("set-of-3-regency-cake-tins");
  await shopper.checkOut();
  const pages: string[] = [];
  shopper.page.on("framenavigated", (frame) => pages.push(frame.url()));
  await shopper.pay();
  const order = await shopper.reachesThankYou();
  expect(pages.filter((url) => url.includes("post-purchase"))).toEqual([]);
  await merchant.orderRow(order, "No rule fits");
});

test("a wallet pays without the page, and the app says that Shopify never asked", { timeout: 60_000 }, async () => {
  const shopper = await journey.newShopper();
  await shopper.addToCart(TEACUPS.handle);
  await shopper.checkOut();
  await shopper.page.getByRole("button", { name: /^Pay with / }).click();
  const order = await shopper.reachesThankYou();
  const row = await merchant.orderRow(order, NOTHING_EARNED);
  await row.getByRole("link").first().click();
  await merchant.app
    .getByText(/Paid with a wallet: Shopify shows no post-purchase page/)
    .first()
    .waitFor();
  await shoot(merchant.page, "order-by-wallet");
});

test("a card that is declined pays nothing, and the shopper can try another", { timeout: 60_000 }, async () => {
  const shopper = await journey.newShopper();
  await shopper.addToCart(TEACUPS.handle);
  await shopper.checkOut({ card: "2" });
  await shopper.pay();
  await shopper.page.getByText("Your card was declined. Try another card.").waitFor();
  await shoot(shopper.page, "card-declined");
  await shopper.payWith("1");
  await shopper.pay();
  await shopper.reachesTheOffer();
});

test("a card that says no to what is added leaves the order as it was", { timeout: 60_000 }, async () => {
  const shopper = await journey.newShopper();
  await shopper.addToCart(TEACUPS.handle);
  await shopper.checkOut({ card: "11" });
  await shopper.pay();
  await shopper.reachesTheOffer();
  await shopper.page.getByRole("button", { name: /^Add to my order/ }).click();
  await shopper.page.getByText("Your card said no to this one. Your order is not affected.").first().waitFor();
  await shoot(shopper.page, "second-charge-declined");
  await shopper.page.getByRole("button", { name: "Show my order" }).click();
  const order = await shopper.reachesThankYou();
  expect(await shopper.page.getByText(CAKESTAND.title).count()).toBe(0);
  await merchant.orderRow(order, "Accepted, not added", NOTHING_EARNED);
});

test("a charge that fails after the order was edited is not counted as earned", { timeout: 60_000 }, async () => {
  const shopper = await journey.newShopper();
  await shopper.addToCart(TEACUPS.handle);
  await shopper.checkOut({ card: "12" });
  await shopper.pay();
  await shopper.reachesTheOffer();
  await shopper.page.getByRole("button", { name: /^Add to my order/ }).click();
  const order = await shopper.reachesThankYou();
  await shoot(shopper.page, "thank-you-still-owed");
  // Long past the order's last webhook, which comes within a second: what is wrongly counted would be by now.
  await merchant.page.waitForTimeout(3_000);
  await merchant.orderRow(order, "Accepted", NOTHING_EARNED);
});

test("a German shopper reads the offer in German, on a phone", { timeout: 60_000 }, async () => {
  const shopper = await journey.newShopper({ locale: "de-DE", viewport: { width: 390, height: 844 } });
  await shopper.visit("/");
  await shopper.page.locator('[name="language"][value="de"], button[value="de"]').first().click();
  await shopper.addToCart(TEACUPS.handle);
  await shopper.checkOut({ email: "greta@example.com" });
  await shoot(shopper.page, "checkout-german-phone");
  await shopper.pay();
  await shopper.reachesTheOffer();
  await shopper.page.getByText("Sie zahlen jetzt").waitFor();
  await shoot(shopper.page, "offer-german-phone");
  await shopper.page.getByRole("button", { name: "Nein danke, zu meiner Bestellung" }).click();
  await shopper.reachesThankYou();
});

test("an order of sixty lines is offered something too", { timeout: 120_000 }, async () => {
  const shopper = await journey.newShopper();
  await shopper.visit("/collections/all");
  const handles = new Set<string>();
  for (let number = 1; handles.size < 59; number++) {
    await shopper.visit(`/collections/all?page=${number}`);
    const links = await shopper.page
      .locator('a[href^="/products/"]')
      .evaluateAll((found) => found.map((link) => link.getAttribute("href") ?? ""));
    for (const link of links) handles.add(link.split("/")[2]?.split("?")[0] ?? "");
  }
  handles.delete(CAKESTAND.handle);
  await shopper.addAllToCart([...handles].filter((handle) => handle !== TEACUPS.handle).slice(0, 59));
  await shopper.addToCart(TEACUPS.handle);
  await shopper.page.getByRole("button", { name: "Cart, 60 pieces" }).waitFor();
  await shopper.checkOut({ email: "sixta@example.com" });
  await shopper.pay();
  await shopper.reachesTheOffer();
  await shopper.page.getByRole("button", { name: /^Add to my order/ }).click();
  const order = await shopper.reachesThankYou();
  await merchant.orderRow(order, "Accepted", "£10.84");
});

test("a price raised while a shopper looks at the offer is shown before anything is charged", {
  timeout: 60_000,
}, async () => {
  const shopper = await journey.newShopper();
  await shopper.addToCart(TEACUPS.handle);
  await shopper.checkOut({ email: "petra@example.com" });
  await shopper.pay();
  await shopper.reachesTheOffer();
  await merchant.setPrice(CAKESTAND.title, "14.75");
  await shopper.page.getByRole("button", { name: "Add to my order · £13.01" }).click();
  await shopper.page.getByText("Nothing has been charged").first().waitFor();
  await shoot(shopper.page, "price-raised");
  await shopper.page.getByRole("button", { name: "Add to my order · £15.05" }).click();
  const order = await shopper.reachesThankYou();
  await merchant.orderRow(order, "Accepted", "£12.54");
});

test("a product deleted in the shop is told on its rule, and offered no more", { timeout: 60_000 }, async () => {
  await merchant.deleteProduct(CAKESTAND.title);
  // Shopify tells the app by a webhook: who looks sooner sees the rule as it was.
  const isTold = async () => {
    await merchant.open("/app/rules");
    const told = merchant.app.getByText(/deleted/i).first();
    return told.waitFor({ timeout: 3_000 }).then(
      () => true,
      () => false,
    );
  };
  await expect.poll(isTold, { timeout: 30_000 }).toBe(true);
  await shoot(merchant.page, "rule-with-deleted-product");
  const shopper = await journey.newShopper();
  await shopper.addToCart(TEACUPS.handle);
  await shopper.checkOut();
  await shopper.pay();
  const order = await shopper.reachesThankYou();
  await merchant.orderRow(order, "It could not be sold");
});

test("a paused rule is offered to nobody from then on", { timeout: 60_000 }, async () => {
  await merchant.open("/app/rules");
  await merchant.app.getByRole("button", { name: "Pause", exact: true }).first().click();
  await merchant.page.getByText("Paused: shoppers no longer see it").waitFor();
  const shopper = await journey.newShopper();
  await shopper.addToCart(TEACUPS.handle);
  await shopper.checkOut();
  await shopper.pay();
  const order = await shopper.reachesThankYou();
  await merchant.orderRow(order, "No rule was live");
});

test("no page wrote an error all the while", () => {
  expect(journey.failures).toEqual([]);
});
