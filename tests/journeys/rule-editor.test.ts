import { afterAll, beforeAll, expect, test } from "vitest";
import { BAG, CAKESTAND, TEACUPS, TINS } from "./goods.ts";
import { type Journey, openJourney } from "./journey.ts";
import { Keyboard } from "./keyboard.ts";
import type { Merchant } from "./merchant.ts";
import { RuleEditor } from "./rule-editor.ts";
import { shoot } from "./shoot.ts";

/**
 * A rule that says much, written in the editor and nowhere else: looked at and tried before anybody meets it, changed by
 * two at once, over a bad connection, while Shopify does not answer, and without a pointer. The steps build on each other.
 */
let journey: Journey;
let merchant: Merchant;
let editor: RuleEditor;
let address: `/app/${string}`;

beforeAll(async () => {
  journey = await openJourney();
  ({ merchant } = journey);
  editor = new RuleEditor(merchant.app);
}, 180_000);
afterAll(() => journey?.close(), 30_000);

const text = ({ app }: Merchant, words: string | RegExp) => app.getByText(words).first();

test("a merchant writes a rule with a group of conditions and a smaller offer after a no, and reads it as a sentence", {
  timeout: 90_000,
}, async () => {
  await merchant.open();
  const shopper = await journey.newShopper();
  await shopper.addToCart(TEACUPS.handle);
  await shopper.checkOut({ email: "early@example.com" });
  await shopper.pay();
  await shopper.reachesThankYou();

  await merchant.open("/app/rules/new");
  await merchant.writeRule({
    bought: [TEACUPS.title],
    offered: CAKESTAND.title,
    percent: 15,
    on: ["Post-purchase page", "Thank-you page"],
  });
  await editor.addGroup();
  await (await editor.addCondition("Order total")).getByLabel("At least").fill("1000");
  await (await editor.addCondition("Country")).getByRole("combobox").fill("United Kingdom");
  await merchant.app.getByRole("option", { name: "United Kingdom" }).click();
  await merchant.app.getByRole("button", { name: "Offer something else after a no" }).click();
  await merchant.app.getByRole("button", { name: "Choose the product" }).click();
  await merchant.pick([BAG.title]);
  await text(merchant, /and \(is worth at least £1,000\.00 or is sent to .+\), on the post-purchase page/).waitFor();
  await text(merchant, /; if declined, offer Jumbo Bag Red Retrospot as a downsell/).waitFor();
  await shoot(merchant.page, "written");
});

test("what a shopper would see stands beside it: in German and euro on thank-you, and after a no what follows", {
  timeout: 60_000,
}, async () => {
  await editor.look({ Page: "Thank-you page", Language: "German", Currency: "EUR" });
  await editor.preview.getByText("mit diesem Code").waitFor();
  await editor.preview.getByText(/^12,68\s€$/).waitFor();
  await shoot(merchant.page, "previewed-in-german-and-euro");
  await editor.look({ Page: "Post-purchase page", Currency: "GBP" });
  await editor.preview.getByRole("button", { name: /^Nein danke/ }).click();
  await editor.preview.getByText(BAG.title).first().waitFor();
  await shoot(merchant.page, "previewed-after-a-no");
});

test("an order from before the rule is decided by it, condition by condition", { timeout: 60_000 }, async () => {
  const told = await editor.tryLastOrder();
  await told.getByText(`This rule wins: ${CAKESTAND.title} for £10.84 would be offered.`).waitFor();
  await told.getByText("✗ is worth at least £1,000.00 (£2.95)").waitFor();
  await told.getByText(/^✓ is sent to /).waitFor();
  await shoot(merchant.page, "tried");
});

test("published, it says first what changes, and who declines is offered the smaller one", {
  timeout: 90_000,
}, async () => {
  await merchant.app.getByRole("button", { name: "Publish…" }).click();
  await editor.publishing.getByText(/^It is new: When an order bought /).waitFor();
  await shoot(merchant.page, "publishing");
  const screen = await editor.keepAnEyeOnTheScreen();
  await editor.publishing.getByRole("button", { name: "Publish", exact: true }).click();
  await merchant.page.waitForURL(/\/app\/rules\/(?!new)/);
  address = `/app/rules/${merchant.page.url().split("/").at(-1)}`;
  await merchant.app.getByText("Live", { exact: true }).waitFor();
  expect(await screen.hasStayed(), "what was written stands there all the while, and nothing in its place").toBe(true);

  const shopper = await journey.newShopper();
  await shopper.addToCart(TEACUPS.handle);
  await shopper.checkOut();
  await shopper.pay();
  await shopper.reachesTheOffer();
  await shopper.page.getByRole("button", { name: "No thanks", exact: true }).click();
  await shopper.page.getByText(BAG.title).first().waitFor();
  await shopper.page.getByRole("button", { name: /^Add to my order · / }).click();
  await merchant.orderRow(await shopper.reachesThankYou(), BAG.title, "Accepted");
});

test("two who change the same rule are both told, and what either wrote is lost to nobody unasked", {
  timeout: 90_000,
}, async () => {
  const other = await journey.newMerchant();
  await other.open();
  await Promise.all([other.open(address), merchant.open(address)]);
  await merchant.app.getByRole("textbox", { name: "Discount" }).first().fill("20");
  await merchant.save();
  await merchant.page.getByText("Saved as a draft").waitFor();

  await other.app.getByRole("textbox", { name: "Name" }).fill("Tea for two");
  await other.save();
  await text(other, "Someone else changed this rule meanwhile").waitFor();
  // Save is Shopify's, and may be pressed from anywhere on the page: what it is answered with comes into sight.
  await other.app.locator(":focus").filter({ hasText: "Someone else changed this rule meanwhile" }).waitFor();
  await text(other, /offered at 20% off instead of at 15% off/).waitFor();
  await text(other, /Tea for two/).waitFor();
  await shoot(other.page, "conflict");
  await other.app.getByRole("button", { name: "Save mine over theirs" }).click();
  await other.page.getByText("Saved as a draft").waitFor();

  await merchant.comesBack();
  await merchant.app.getByRole("heading", { level: 1, name: "Tea for two" }).waitFor();
  expect(await merchant.app.getByRole("textbox", { name: "Discount" }).first().inputValue()).toBe("15");
  await shoot(merchant.page, "changed-by-another");
  await other.page.close();
});

test("what was written stays where the connection is lost, also after a reload, and is saved when it is back", {
  timeout: 90_000,
}, async () => {
  const discount = merchant.app.getByRole("textbox", { name: "Discount" }).first();
  await discount.fill("25");
  await merchant.page.context().setOffline(true);
  await merchant.save();
  await text(merchant, "Encore could not be reached. Check your connection and try again.").waitFor();
  await text(merchant, "What you wrote still stands below.").waitFor();
  expect(await discount.inputValue()).toBe("25");
  await shoot(merchant.page, "offline");

  await merchant.page.context().setOffline(false);
  await merchant.open(address);
  await text(merchant, /^You have unsaved changes from /).waitFor();
  await shoot(merchant.page, "kept-in-this-browser");
  await merchant.app.getByRole("button", { name: "Bring them back" }).click();
  expect(await discount.inputValue()).toBe("25");
  await merchant.save();
  await merchant.page.getByText("Saved as a draft").waitFor();
});

test("a new rule that was saved and whose page does not come is opened by trying again, and stands there meanwhile", {
  timeout: 90_000,
}, async () => {
  await merchant.open("/app/rules/new");
  await merchant.writeRule({ bought: [TINS.title], offered: CAKESTAND.title, percent: 10 });
  const pages = /[?&]_data=routes%2Fapp\.rules/;
  await merchant.page.route(pages, (route) =>
    route.request().method() === "GET" ? route.abort("internetdisconnected") : route.fallback(),
  );
  await merchant.save();
  await merchant.page.getByText("Saved as a draft").waitFor();
  await text(merchant, /The page could not be opened/).waitFor();
  const name = merchant.app.getByRole("textbox", { name: "Name" });
  await name.fill("Given up");
  const askedAgain = merchant.page.waitForRequest(pages);
  await merchant.page.getByRole("button", { name: "Discard", exact: true }).click();
  await expect.poll(() => name.inputValue()).toContain(CAKESTAND.title);
  await askedAgain;
  await text(merchant, /The page could not be opened/).waitFor();
  expect(merchant.page.url().endsWith("/app/rules/new")).toBe(true);
  await shoot(merchant.page, "saved-and-not-opened");

  await merchant.page.unroute(pages);
  const screen = await editor.keepAnEyeOnTheScreen();
  await merchant.app.getByRole("button", { name: "Try again" }).click();
  await merchant.page.waitForURL(/\/app\/rules\/(?!new)/);
  expect(await screen.hasStayed(), "what was written stands there all the while, and nothing in its place").toBe(true);
  await merchant.open("/app/rules/new");
  await name.waitFor();
  expect(await text(merchant, /^You have unsaved changes from /).count()).toBe(0);
});

test("while Shopify does not answer a rule is saved, not published, and the screens say which and why", {
  timeout: 120_000,
}, async () => {
  const other = await journey.newMerchant();
  await other.turnShopify("Stop answering");
  await merchant.open(address);
  await text(
    merchant,
    "The products of this rule could not be read. Shopify does not answer just now. Try again in a moment.",
  ).waitFor();
  await merchant.app.getByRole("textbox", { name: "Discount" }).first().fill("30");
  await merchant.app.getByRole("button", { name: "Publish changes…" }).click();
  await editor.publishing.getByRole("button", { name: "Publish", exact: true }).click();
  await text(merchant, "Saved as a draft, but not published").waitFor();
  await merchant.app.getByText("Shopify does not answer just now. Try again in a moment.", { exact: true }).waitFor();
  await shoot(merchant.page, "shopify-away");

  await other.turnShopify("Answer");
  await other.page.close();
  await merchant.app.getByRole("button", { name: "Try again" }).click();
  await editor.preview.getByText(CAKESTAND.title).first().waitFor();
  await merchant.app.getByRole("button", { name: "Publish changes…" }).click();
  await editor.publishing.getByText(/It is offered at 30% off instead of at 15% off/).waitFor();
  await editor.publishing.getByRole("button", { name: "Publish", exact: true }).click();
  await merchant.app.getByText("Live", { exact: true }).waitFor();
});

test("a rule comes from the list to live without a pointer", { timeout: 120_000 }, async () => {
  const keys = new Keyboard(merchant.page);
  const focused = (name: string) => merchant.app.getByRole("button", { name }).and(merchant.app.locator(":focus"));
  await merchant.open("/app/rules");
  await keys.press("New rule");
  await keys.press("Use this template: Customers who bought this");
  await keys.press("Choose products");
  await keys.pickFirst(TINS.title);
  await focused("Change products").waitFor();
  await keys.press("Choose the product");
  await keys.pickFirst(CAKESTAND.title);
  await merchant.app
    .getByText(/ instead of £12\.75$/)
    .first()
    .waitFor();
  await keys.press("Publish…", { backwards: true });
  await keys.press("Publish");
  await merchant.page.getByText("Published: shoppers see it from now on").waitFor();
  await shoot(merchant.page, "published-without-a-pointer");
});

test("on a phone the preview is a press away from the offer, and the offer from it", { timeout: 90_000 }, async () => {
  const onPhone = await journey.newMerchant({ viewport: { width: 390, height: 844 }, reducedMotion: "reduce" });
  await onPhone.open(address);
  const see = onPhone.app.getByRole("button", { name: "See the preview" });
  await see.press("Enter");
  const preview = onPhone.app.locator("#preview:focus");
  await preview.getByRole("heading", { name: "Preview" }).waitFor();
  expect((await preview.boundingBox())?.y).toBeLessThan(300);
  await shoot(onPhone.page, "preview-on-a-phone");
  await onPhone.app.getByRole("button", { name: "Back to the offer" }).press("Enter");
  await see.and(onPhone.app.locator(":focus")).waitFor();
  expect((await see.boundingBox())?.y).toBeLessThan(844);
  await onPhone.page.close();
  await merchant.open(address);
  await merchant.app.getByRole("heading", { name: "Offer them" }).waitFor();
  expect(await merchant.app.getByRole("button", { name: /See the preview|Back to the offer/ }).count()).toBe(0);
});

test("a rule that someone else has taken away meanwhile is saved as a new one", { timeout: 90_000 }, async () => {
  await merchant.open(address);
  const other = await journey.newMerchant();
  await other.checkImport('{ "format": 1, "rules": [] }');
  await other.app.getByRole("button", { name: "Save as draft" }).click();
  await other.page.getByText("Saved as a draft").waitFor();
  await other.page.close();
  await merchant.app.getByRole("textbox", { name: "Name" }).fill("Tea again");
  await merchant.save();
  await text(merchant, "This rule no longer exists").waitFor();
  await merchant.app.getByRole("button", { name: "Save it as a new rule" }).click();
  await merchant.app.getByRole("heading", { level: 1, name: "Tea again" }).waitFor();
  expect(merchant.page.url().endsWith(address)).toBe(false);
  expect(await text(merchant, "This rule no longer exists").count()).toBe(0);
});

test("no page wrote an error all the while", () => {
  expect(journey.failures).toEqual([]);
});
