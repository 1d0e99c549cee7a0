import { afterAll, beforeAll, expect, test } from "vitest";
import { openDatabase } from "#app/stores/database.ts";
import { DEMO_SHOP } from "#tests/support/builders.ts";
import { fillBusyShop } from "#tests/support/busy-shop.ts";
import { type Journey, openJourney } from "./journey.ts";
import type { Merchant } from "./merchant.ts";
import { shoot } from "./shoot.ts";

let journey: Journey;
let merchant: Merchant;

beforeAll(async () => {
  journey = await openJourney();
  merchant = journey.merchant;
  await merchant.open();
  const database = openDatabase(journey.encore.databaseUrl);
  await fillBusyShop(database, { rules: 12, orders: 60, until: Date.now(), days: 5 }, DEMO_SHOP);
  await database.close();
}, 180_000);
afterAll(() => journey?.close(), 30_000);

const offline = (is: boolean) => merchant.page.context().setOffline(is);
const title = (name: string) => merchant.app.getByRole("heading", { level: 1, name });
const banner = (name: string) => merchant.app.getByRole("alert").filter({ hasText: name });
const UNREACHED = "Encore could not be reached";
const again = () => merchant.app.getByRole("button", { name: "Try again" });

test("a page that does not come leaves the one that stands as it is, and is opened by trying again", {
  timeout: 60_000,
}, async () => {
  await merchant.open("/app/orders");
  await merchant.app.getByRole("row").nth(3).waitFor();
  // Once before its script was ever fetched, and once after.
  for (const _time of [1, 2]) {
    await offline(true);
    await merchant.app.getByRole("row").nth(1).getByRole("link").click();
    await banner(UNREACHED).waitFor();
    await merchant.app.getByText(/The page could not be opened.*Check your connection/).waitFor();
    expect(await title("Orders").isVisible()).toBe(true);
    await shoot(merchant.page, "page-did-not-come");
    await again().click();
    await merchant.app.getByText("Still no answer.").waitFor();
    await expect.poll(() => again().evaluate((button) => button === document.activeElement)).toBe(true);
    await offline(false);
    await again().click();
    await title("#20059").waitFor();
    await expect.poll(() => banner(UNREACHED).count()).toBe(0);
    await expect
      .poll(() => merchant.app.locator("main").evaluate((main) => main === document.activeElement))
      .toBe(true);
    await merchant.app.getByRole("link", { name: "Orders", exact: true }).click();
    await title("Orders").waitFor();
  }
});

test("rules to filter by, and files, say beside themselves that they did not come", { timeout: 60_000 }, async () => {
  await merchant.open("/app/orders");
  await merchant.app.getByRole("button", { name: "Rule", exact: true }).click();
  const named = merchant.app.getByRole("textbox", { name: "Search rules by name" });
  await named.waitFor();
  await offline(true);
  await named.fill("a");
  await merchant.app.getByText("Encore could not be reached. Check your connection and try again.").waitFor();
  await shoot(merchant.page, "rules-not-found");
  expect(await named.inputValue()).toBe("a");
  await offline(false);
  await again().click();
  await merchant.app.getByRole("radio").first().waitFor();
  await merchant.page.keyboard.press("Escape");

  await merchant.app.getByRole("button", { name: "Export", exact: false }).first().click();
  await offline(true);
  await merchant.app.getByRole("button", { name: /^Prepare/ }).click();
  await banner("Encore could not be reached. Check your connection and try again.").waitFor();
  expect(await title("Orders").isVisible()).toBe(true);
  await offline(false);
  await merchant.app.getByRole("button", { name: /^Prepare/ }).click();
  await merchant.app.getByRole("button", { name: /^Download/ }).waitFor();
});

test("what is being written stands through a lost connection and a server that is busy", {
  timeout: 60_000,
}, async () => {
  await merchant.open("/app/settings");
  const headline = merchant.app.getByRole("textbox", { name: "Headline" });
  await headline.fill("Goes well with it");
  await merchant.page.getByRole("button", { name: "Save", exact: true }).waitFor();
  // The next page says that the database is away.
  await merchant.page
    .context()
    .route(/_data=/, (route) =>
      route.fulfill({ status: 503, json: { code: "database-away" }, headers: { "X-Remix-Catch": "yes" } }),
    );
  await merchant.app.getByRole("tab", { name: "Data and privacy" }).click();
  await merchant.page.getByRole("button", { name: /Leave/ }).click();
  await banner("Encore has much to do just now").waitFor();
  await shoot(merchant.page, "server-busy");
  expect(await headline.inputValue()).toBe("Goes well with it");
  await merchant.page.context().unroute(/_data=/);
  await again().click();
  await merchant.app.getByText("What Encore keeps of your shop").waitFor();
});

test("a text that is more than the browser keeps, and more than Encore takes, stands, and it is said beside it", {
  timeout: 60_000,
}, async () => {
  await merchant.open("/app/rulebook/import");
  const text = merchant.app.getByRole("textbox", { name: "Rulebook as JSON" });
  const unkept = merchant.app.getByText("This browser can’t keep a copy of this text.");
  const write = (letters: number) =>
    text.evaluate((field: HTMLTextAreaElement, letters) => {
      field.value = `${"x".repeat(99)}\n`.repeat(letters / 100);
      field.dispatchEvent(new Event("input", { bubbles: true }));
    }, letters);
  const isUnkept = async (letters: number) => {
    await write(letters);
    await merchant.page.waitForTimeout(1_000);
    return unkept.isVisible();
  };
  // The page may still be waking up, and then hears nothing of it.
  await expect.poll(() => isUnkept(6_000_000), { timeout: 15_000 }).toBe(true);
  await unkept.scrollIntoViewIfNeeded();
  await shoot(merchant.page, "import-unkept");
  await expect.poll(() => isUnkept(60_000), { timeout: 15_000 }).toBe(false);

  // To draw so much takes Chromium longer than anybody would look on.
  await text.evaluate((field) => field.style.setProperty("display", "none"));
  await merchant.app.locator("textarea").evaluate((field: HTMLTextAreaElement) => {
    field.value = "x".repeat(50_000_000);
    field.dispatchEvent(new Event("input", { bubbles: true }));
  });
  await merchant.check();
  await merchant.app.getByText("That is too much to take at once. Nothing was changed").waitFor();
  await shoot(merchant.page, "import-too-much");
  const left = merchant.app.locator("textarea").evaluate((field: HTMLTextAreaElement) => field.value.length);
  expect(await left).toBe(50_000_000);
});

test("Home stands while Shopify does not answer, says what it could not look up, and looks again", {
  timeout: 60_000,
}, async () => {
  const other = await journey.newMerchant();
  await other.turnShopify("Stop answering");
  await merchant.open("/app");
  await banner("Shopify does not answer just now.").waitFor();
  await merchant.app.getByText("earned by offers").first().waitFor();
  await shoot(merchant.page, "home-shopify-away");
  await other.turnShopify("Answer");
  await other.page.close();
  await again().click();
  await expect.poll(() => banner("Shopify does not answer just now.").count(), { timeout: 10_000 }).toBe(0);
  // Chromium notes itself that the page was answered with 503, and the text with 413.
  expect(journey.failures.filter((failure) => !/\b(503|413)\b/.test(failure))).toEqual([]);
});
