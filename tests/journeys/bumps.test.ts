import type { Locator } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { BAG, CAKESTAND, LUNCH_BAG, TEACUPS, TINS } from "./goods.ts";
import { type Journey, openJourney } from "./journey.ts";
import type { Merchant } from "./merchant.ts";
import { shoot } from "./shoot.ts";
import type { Shopper } from "./shopper.ts";
import { offering, rulesFile } from "./written-rules.ts";

/** One thing more before the payment: a line to tick in the cart of the theme, on its page and in its drawer, and in the checkout. */

let journey: Journey;
let merchant: Merchant;

beforeAll(async () => {
  journey = await openJourney();
  ({ merchant } = journey);
}, 180_000);
afterAll(() => journey?.close(), 30_000);

async function atCheckout(handle: string): Promise<Shopper> {
  const shopper = await journey.newShopper();
  await shopper.addToCart(handle);
  await shopper.visit("/cart");
  await shopper.page.getByRole("button", { name: "Checkout" }).click();
  return shopper;
}

const tickOf = ({ page }: Shopper, name: string | RegExp): Locator => page.getByRole("checkbox", { name });
const inSummary = ({ page }: Shopper, text: string): Locator => page.locator("#summary").getByText(text).first();

test("a merchant publishes rules for the cart and the checkout, and reads how many automatic discounts they take", {
  timeout: 90_000,
}, async () => {
  await merchant.open();
  const shopper = await journey.newShopper();
  const [teacups, cakestand, bag, tins, lunchBag] = await Promise.all(
    [TEACUPS, CAKESTAND, BAG, TINS, LUNCH_BAG].map(({ handle }) => shopper.productId(handle)),
  );
  if (!teacups || !cakestand || !bag || !tins || !lunchBag) throw new Error("the shop sells five things");
  await merchant.checkImport(
    rulesFile([
      { name: "Teacups to cakestand", bought: teacups, surfaces: ["checkout"], offer: offering(cakestand, 15) },
      { name: "Tins to bags", bought: tins, surfaces: ["checkout"], offer: offering(bag, 10, { quantityMost: 3 }) },
      { name: "Bag to tins", bought: bag, surfaces: ["cart"], offer: offering(tins) },
      { name: "Lunch bag to cakestand", bought: lunchBag, surfaces: ["cart"], offer: offering(cakestand, 20) },
    ]),
  );
  await merchant.saveAndPublish();
  const isMade = async () => {
    await merchant.open("/app/rules");
    return merchant.app.getByText("Automatic discounts: 1 of 15").isVisible();
  };
  await expect.poll(isMade, { timeout: 30_000 }).toBe(true);
  await shoot(merchant.page, "automatic-discounts");
});

test("the checkout offers one line, unticked; a tick adds it at the price it says, the next takes it out again", {
  timeout: 90_000,
}, async () => {
  const shopper = await atCheckout(TEACUPS.handle);
  const tick = tickOf(shopper, `Add ${CAKESTAND.title}, £10.84 instead of £12.75`);
  await tick.waitFor();
  expect(await tick.isChecked()).toBe(false);
  await shoot(shopper.page, "checkout-offer");
  await tick.click();
  await inSummary(shopper, CAKESTAND.title).waitFor();
  await inSummary(shopper, "£10.84").waitFor();
  await expect.poll(() => tick.isChecked()).toBe(true);
  await shoot(shopper.page, "checkout-added");
  await tick.click();
  await inSummary(shopper, CAKESTAND.title).waitFor({ state: "detached" });
  await expect.poll(() => tick.isChecked()).toBe(false);
  await tick.click();
  await inSummary(shopper, "£10.84").waitFor();
  await shopper.fillCheckout({ email: "carla@example.com", method: "paypal" });
  await shopper.pay();
  const order = await shopper.reachesThankYou();
  await shopper.page.getByText(CAKESTAND.title).first().waitFor();
  await merchant.orderRow(order, "Accepted", "£10.84");
});

test("an offer that no automatic discount can make comes with a code, which goes with it again", {
  timeout: 90_000,
}, async () => {
  const shopper = await atCheckout(TINS.handle);
  const tick = tickOf(shopper, `Add ${BAG.title}, £1.87 instead of £2.08`);
  await tick.click();
  await inSummary(shopper, "£1.87").waitFor();
  const codes = shopper.page.locator("#codes .codes .tag");
  await expect.poll(() => codes.count()).toBe(1);
  await shoot(shopper.page, "checkout-with-code");
  await tickOf(shopper, /^Add Jumbo Bag/).click();
  await inSummary(shopper, BAG.title).waitFor({ state: "detached" });
  await expect.poll(() => codes.count()).toBe(0);
});

test("what is ticked stays when the buyer changes the currency, and says what it costs then", {
  timeout: 90_000,
}, async () => {
  const shopper = await atCheckout(TEACUPS.handle);
  await tickOf(shopper, /^Add Regency Cakestand/).click();
  await inSummary(shopper, "£10.84").waitFor();
  await shopper.page.locator("#currency").selectOption("EUR");
  const tick = tickOf(shopper, /^Add Regency Cakestand 3 Tier, €12\.68$/);
  await tick.waitFor();
  await expect.poll(() => tick.isChecked()).toBe(true);
  await inSummary(shopper, "€12.68").waitFor();
  expect(await shopper.page.getByText("the discount does not work").count()).toBe(0);
  await shoot(shopper.page, "checkout-in-euro");
});

test("where Shopify keeps a checkout as it is, nothing is offered", { timeout: 60_000 }, async () => {
  const shopper = await journey.newShopper();
  await shopper.page.route(/\/blocks$/, async (route) => {
    const answer = await route.fetch();
    const text = (await answer.text()).replaceAll('"canAddCartLine":true', '"canAddCartLine":false');
    await route.fulfill({ response: answer, body: text });
  });
  await shopper.addToCart(TEACUPS.handle);
  await shopper.visit("/cart");
  await shopper.page.getByRole("button", { name: "Checkout" }).click();
  await shopper.hasSettled();
  expect(await tickOf(shopper, /^Add /).count()).toBe(0);
});

test("the cart's page offers what goes with it, and the theme shows it at once", { timeout: 60_000 }, async () => {
  const shopper = await journey.newShopper();
  await shopper.addToCart(BAG.handle);
  await shopper.visit("/cart");
  const tick = tickOf(shopper, `Add ${TINS.title}, £4.95`);
  await tick.waitFor();
  await shoot(shopper.page, "cart-offer");
  await tick.click();
  const lines = shopper.page.locator("#main-cart-items .cart-lines > li");
  await expect.poll(() => lines.count()).toBe(2);
  await shoot(shopper.page, "cart-added");
  await tick.click();
  await expect.poll(() => lines.count()).toBe(1);
});

test("the drawer offers it too, at a price that a code makes, and Orders tell what it earned", {
  timeout: 90_000,
}, async () => {
  const shopper = await journey.newShopper({ viewport: { width: 390, height: 844 } });
  await shopper.addToCart(LUNCH_BAG.handle);
  await shopper.visit(`/products/${LUNCH_BAG.handle}`);
  await shopper.page.locator("#cart-icon-bubble").click();
  const drawer = shopper.page.locator("cart-drawer");
  const tick = drawer.getByRole("checkbox", { name: `Add ${CAKESTAND.title}, was £12.75 now £10.20` });
  await tick.waitFor();
  await shoot(shopper.page, "drawer-offer-phone");
  await tick.click();
  await drawer.locator(".cart-lines").getByText(CAKESTAND.title).first().waitFor();
  await drawer.locator(".cart-lines").getByText("£10.20").first().waitFor();
  await shoot(shopper.page, "drawer-added-phone");
  await shopper.checkOut({ email: "drew@example.com", method: "paypal" });
  await shopper.pay();
  const order = await shopper.reachesThankYou();
  await merchant.orderRow(order, "Accepted", "£10.20");
});

test("what sold out while the cart stood there can't be added, and the cart is as it was", {
  timeout: 60_000,
}, async () => {
  const shopper = await journey.newShopper();
  await shopper.addToCart(BAG.handle);
  await shopper.visit("/cart");
  const tick = tickOf(shopper, `Add ${TINS.title}, £4.95`);
  await tick.waitFor();
  await merchant.setStock(TINS.title, 0);
  await tick.click();
  await shopper.page.getByText("This can’t be added right now. Your cart is as it was.").first().waitFor();
  await expect.poll(() => tick.isChecked()).toBe(false);
  await shoot(shopper.page, "cart-sold-out");
  await merchant.setStock(TINS.title, 50);
});

test("with our server silent the cart is as the theme made it, and the purchase goes on", {
  timeout: 60_000,
}, async () => {
  const shopper = await journey.newShopper();
  await shopper.addToCart(BAG.handle);
  journey.encore.silenceApp();
  try {
    await shopper.visit("/cart");
    await shopper.page.waitForTimeout(4_500);
    expect(await tickOf(shopper, /^Add /).count()).toBe(0);
    await shoot(shopper.page, "cart-server-silent");
    await shopper.checkOut({ email: "sil@example.com", method: "paypal" });
    await shopper.pay();
    await shopper.reachesThankYou();
  } finally {
    journey.encore.wakeApp();
  }
});

test("no page wrote an error but the shop's own no to what was sold out", () => {
  expect(journey.failures).toEqual([
    expect.stringContaining("/cart: Failed to load resource: the server responded with a status of 422"),
  ]);
});
