import type { Locator } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { openDatabase } from "#app/stores/database.ts";
import { accessibilityFaults } from "#tests/support/accessibility.ts";
import { DEMO_SHOP } from "#tests/support/builders.ts";
import { CAKESTAND, TEACUPS } from "./goods.ts";
import { type Journey, openJourney } from "./journey.ts";
import { Merchant } from "./merchant.ts";
import { shoot } from "./shoot.ts";

let journey: Journey;
let merchant: Merchant;

beforeAll(async () => {
  journey = await openJourney();
  merchant = journey.merchant;
}, 180_000);
afterAll(() => journey?.close(), 30_000);

const tab = (name: string, of = merchant) => of.app.getByRole("tab", { name, exact: true });
const field = (name: string, of = merchant) => of.app.getByRole("textbox", { name });
const hasFocus = (on: Locator) => on.and(merchant.app.locator(":focus")).waitFor();
const save = async (of = merchant) => {
  await of.page.getByRole("button", { name: "Save", exact: true }).click();
  await of.page.getByText("Settings saved").waitFor();
};

async function faultsOf({ page }: Merchant): Promise<string[]> {
  const frame = page.frames().find((one) => one.name() === "app-iframe");
  return frame ? accessibilityFaults(frame) : ["no app"];
}

test("a merchant writes the shop's own words once, and no other rule has to", { timeout: 60_000 }, async () => {
  await merchant.open("/app/settings");
  await field("Headline").fill("Goes with {boght}");
  await field("Why it fits").click();
  await merchant.app.getByText("“{boght}” is no merge field.").first().waitFor();
  await shoot(merchant.page, "words-wrong");
  await field("Headline").fill("Goes well with {bought}");
  await save();
  await merchant.app.getByText("These settings are saved and not live yet").waitFor();
  await shoot(merchant.page, "words-saved");
  expect(await faultsOf(merchant)).toEqual([]);
});

test("guards and look are the same document: changing the tab loses nothing", { timeout: 60_000 }, async () => {
  await tab("Guards").click();
  await field("Price cap").fill("300");
  await tab("Look").click();
  await merchant.app.getByRole("checkbox", { name: "Show the products’ pictures" }).uncheck({ force: true });
  await shoot(merchant.page, "look");
  expect(await faultsOf(merchant)).toEqual([]);
  await tab("Guards").click();
  expect(await field("Price cap").inputValue()).toBe("300");
  await merchant.page.getByRole("button", { name: "Save", exact: true }).click();
  await merchant.app.getByText("The price cap is a percentage above 0, at most 100.").waitFor();
  await shoot(merchant.page, "guards-wrong");
  await field("Price cap").fill("30");
  await save();
  await shoot(merchant.page, "guards-saved");
  expect(await faultsOf(merchant)).toEqual([]);
});

test("two people who change the settings at once are told, and nothing is lost", { timeout: 60_000 }, async () => {
  const page = await merchant.page.context().newPage();
  const other = new Merchant(page, journey.encore.adminUrl);
  await other.open("/app/settings/guards");
  await field("Price cap", other).fill("40");
  await save(other);
  await page.close();
  await field("Margin floor").fill("20");
  await merchant.page.getByRole("button", { name: "Save", exact: true }).click();
  await merchant.app.getByText("Someone else changed these settings meanwhile").waitFor();
  await merchant.app.getByText("For all rules the price cap is 40% instead of 30%.").waitFor();
  // Save is Shopify's, and may be pressed from anywhere on the page.
  await merchant.app.locator(":focus").filter({ hasText: "Someone else changed these settings meanwhile" }).waitFor();
  await shoot(merchant.page, "conflict");
  await merchant.app.getByRole("button", { name: "Show theirs instead" }).press("Enter");
  await expect.poll(() => field("Price cap").inputValue()).toBe("40");
  await hasFocus(merchant.app.getByRole("main"));
});

test("what is saved goes live where everything is published, told in words", { timeout: 60_000 }, async () => {
  await merchant.app.getByRole("link", { name: "See what publishing changes" }).click();
  await merchant.app
    .getByText(/The shop’s own headline in English is .Goes well with {bought}/)
    .first()
    .waitFor();
  await shoot(merchant.page, "publish");
});

test("a merchant reads what is kept, and has it erased by typing the shop's name", { timeout: 60_000 }, async () => {
  await merchant.open("/app/settings/privacy");
  await merchant.app.getByText("What Encore keeps of your shop").waitFor();
  await shoot(merchant.page, "privacy");
  expect(await faultsOf(merchant)).toEqual([]);
  await merchant.app.getByRole("button", { name: "Erase…" }).click();
  const sure = merchant.app.getByRole("dialog");
  await sure.getByRole("textbox").fill("Another shop");
  await sure.getByRole("button", { name: "Erase for good" }).click();
  await sure.getByText("That is not the shop’s name").waitFor();
  await hasFocus(sure.getByRole("textbox"));
  await shoot(merchant.page, "erase-wrong-name");
  await sure.getByRole("button", { name: "Keep it" }).click();
  await hasFocus(merchant.app.getByRole("button", { name: "Erase…" }));
  await merchant.app.getByRole("button", { name: "Erase…" }).click();
  const label = (await sure.locator("label").textContent()) ?? "";
  await sure.getByRole("textbox").fill(label.replace(/^Type (.*) to confirm$/, "$1"));
  await sure.getByRole("button", { name: "Erase for good" }).click();
  await merchant.app.getByText("Erased on").waitFor();
  await merchant.app.locator(":focus").filter({ hasText: "Erase orders and shoppers" }).waitFor();
  await shoot(merchant.page, "erased");
});

/** As after a crash: the browser is not asked whether to leave. */
async function comesBackTo(path: `/app/${string}`): Promise<void> {
  // A keystroke is kept within half a second.
  await merchant.page.waitForTimeout(1_000);
  merchant.page.once("dialog", (dialog) => void dialog.accept());
  await merchant.open(path);
  await merchant.app.getByText(/^You have unsaved changes from /).waitFor();
}

test("what was typed and not saved is offered again: settings, and a text to import", { timeout: 60_000 }, async () => {
  await merchant.open("/app/settings/guards");
  await field("Margin floor").fill("27");
  await comesBackTo("/app/settings/guards");
  await shoot(merchant.page, "kept-settings");
  expect(await faultsOf(merchant)).toEqual([]);
  await merchant.app.getByRole("button", { name: "Bring them back" }).press("Enter");
  expect(await field("Margin floor").inputValue()).toBe("27");
  await hasFocus(merchant.app.getByRole("main"));
  await merchant.page.getByRole("button", { name: "Discard", exact: true }).click();

  await merchant.open("/app/rulebook/import");
  const text = field("Rulebook as JSON");
  await text.fill('{ "format": 1, "rules": [');
  await comesBackTo("/app/rulebook/import");
  expect(await text.inputValue()).toBe("");
  await shoot(merchant.page, "kept-import");
  expect(await faultsOf(merchant)).toEqual([]);
  await merchant.app.getByRole("button", { name: "Bring them back" }).click();
  expect(await text.inputValue()).toBe('{ "format": 1, "rules": [');
  await text.fill('{ "format": 1, "rules": [], "guards": { "priceCapPercent": 40 } }');
  await merchant.app.getByRole("button", { name: "Check", exact: true }).click();
  await merchant.app.getByRole("button", { name: "Save as draft" }).click();
  await merchant.page.getByText("Saved as a draft").waitFor();
  await merchant.open("/app/rulebook/import");
  await merchant.page.waitForTimeout(500);
  expect(await merchant.app.getByText(/^You have unsaved changes from /).count()).toBe(0);
  await merchant.open("/app/settings/guards");
  await merchant.page.waitForTimeout(500);
  expect(await merchant.app.getByText(/^You have unsaved changes from /).count(), "it was given up").toBe(0);
});

test("what waits for a permission is named, and asked for where Shopify lets an app ask", {
  timeout: 90_000,
}, async () => {
  await merchant.open("/app/rules/new");
  await merchant.writeRule({ bought: [TEACUPS.title], offered: CAKESTAND.title, percent: 15, on: ["Cart"] });
  await merchant.publish();
  await merchant.open("/app");
  await merchant.app.getByText("This waits for your permission").waitFor();
  await shoot(merchant.page, "permission-asked");
  await merchant.app.getByRole("button", { name: "Allow…" }).click();
  const asked = merchant.page.getByRole("dialog", { name: /asks for more permissions/ });
  await shoot(merchant.page, "permission-in-shopify");
  await asked.getByRole("button", { name: "Don't allow" }).click();
  await merchant.app.getByText("Not allowed. You can allow it at any time.").waitFor();
  await merchant.app.getByRole("button", { name: "Allow…" }).click();
  await asked.getByRole("button", { name: "Allow", exact: true }).click();
  await merchant.page.getByText("Permission granted").waitFor();
  await merchant.app.getByText("This waits for your permission").waitFor({ state: "detached" });

  await withoutScopes(["write_products", "write_discounts"]);
  await merchant.open("/app");
  await merchant.app.getByRole("link", { name: "See permissions" }).click();
  await merchant.app.getByText("Encore keeps what they offer in a field of its own on your products").waitFor();
  await merchant.app.getByText("Lower prices in the cart, at checkout, on thank-you and order status").waitFor();
  await merchant.app.getByText("Shopify then asks you.").waitFor();
  await shoot(merchant.page, "permissions-missing");
  expect(await faultsOf(merchant)).toEqual([]);
});

async function withoutScopes(taken: readonly string[]): Promise<void> {
  const database = openDatabase(journey.encore.databaseUrl);
  await database.inShop(DEMO_SHOP, async ({ db, shop }) => {
    const { scopes } = await db.shop.findUniqueOrThrow({ where: { shop } });
    await db.shop.update({ where: { shop }, data: { scopes: scopes.filter((one) => !taken.includes(one)) } });
  });
  await database.close();
}

test("on a phone, every part is reached and nothing is cut off", { timeout: 60_000 }, async () => {
  await merchant.page.setViewportSize({ width: 390, height: 844 });
  for (const part of ["", "/guards", "/look", "/privacy", "/plan"] as const) {
    await merchant.open(`/app/settings${part}`);
    const frame = merchant.page.frames().find((one) => one.name() === "app-iframe");
    const spill = await frame?.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
    expect(spill, part).toBeLessThanOrEqual(0);
    // The tab of what stands there too: a row of tabs is wider than a phone.
    const open = merchant.app.getByRole("tab", { selected: true });
    await expect
      .poll(async () => ((box) => box && box.x + box.width)(await open.boundingBox()), { message: part })
      .toBeLessThanOrEqual(390);
    await shoot(merchant.page, `phone${part.replace("/", "-")}`);
    expect(await faultsOf(merchant), part).toEqual([]);
  }
  expect(journey.failures).toEqual([]);
});
