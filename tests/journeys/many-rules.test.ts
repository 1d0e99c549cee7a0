import { afterAll, beforeAll, expect, test } from "vitest";
import { openDatabase } from "#app/stores/database.ts";
import { DEMO_SHOP } from "#tests/support/builders.ts";
import { fillBusyShop } from "#tests/support/busy-shop.ts";
import { type Journey, openJourney } from "./journey.ts";
import type { Merchant } from "./merchant.ts";
import { shoot } from "./shoot.ts";

/** A shop with three hundred rules and thousands of orders: found, ordered and changed at a desk, and looked after on a phone. */
const RULES = 300;
const ORDERS = 4_000;

let journey: Journey;
let merchant: Merchant;

beforeAll(async () => {
  journey = await openJourney();
  ({ merchant } = journey);
  await merchant.open();
  const database = openDatabase(journey.encore.databaseUrl);
  await fillBusyShop(database, { rules: RULES, orders: ORDERS, until: Date.now(), days: 40 }, DEMO_SHOP);
  await database.close();
}, 240_000);
afterAll(() => journey?.close(), 30_000);

const rows = () => merchant.app.getByRole("list", { name: "Rules, in the order they are asked" }).getByRole("listitem");
const nameOfRow = (index: number) => rows().nth(index).getByRole("heading", { level: 2 }).innerText();

test("a rule is found by a part of its name, by its status and page, at an address that can be kept", {
  timeout: 60_000,
}, async () => {
  await merchant.open("/app/rules");
  await merchant.app.getByText("300 rules", { exact: true }).waitFor();
  await shoot(merchant.page, "rules");
  await merchant.app.getByLabel("Find a rule by its name").fill("cakestand");
  await merchant.app.getByRole("button", { name: "Find" }).click();
  await merchant.app.getByText(/^\d+ of 300 rules$/).waitFor();
  for (const name of await rows().getByRole("heading").allInnerTexts())
    expect(name.toLowerCase()).toContain("cakestand");
  await shoot(merchant.page, "found");

  await merchant.open("/app/rules?status=paused&surface=thank-you");
  await merchant.app.getByText("10 of 300 rules").waitFor();
  expect(await merchant.app.getByRole("combobox", { name: "Status" }).inputValue()).toBe("paused");
  await merchant.app.getByRole("link", { name: "Show all rules" }).click();
  await merchant.app.getByText("300 rules", { exact: true }).waitFor();
});

test("a rule is put first from the end of the list, and one place down by the keyboard", {
  timeout: 60_000,
}, async () => {
  await merchant.open("/app/rules");
  await merchant.app.getByText("300 rules", { exact: true }).waitFor();
  const first = await nameOfRow(0);
  await merchant.open(`/app/rules?page=${await lastPage()}`);
  await merchant.app
    .getByRole("button", { name: /^More actions for / })
    .last()
    .click();
  await merchant.app.getByRole("menuitem", { name: "Move to a place…" }).click();
  const dialog = merchant.app.getByRole("dialog");
  const moved = /“(.*)”/.exec((await dialog.getByRole("heading").first().textContent()) ?? "")?.[1];
  await dialog.getByLabel("Place").fill("1");
  await dialog.getByRole("button", { name: "Move" }).click();
  await merchant.page.getByText("Moved to place 1. Shoppers meet the new order once you publish.").waitFor();

  await merchant.open("/app/rules");
  await expect.poll(() => nameOfRow(0)).toBe(moved);
  expect(await nameOfRow(1)).toBe(first);
  await merchant.app.getByRole("button", { name: /, place 1 of 300$/ }).focus();
  for (const key of ["Space", "ArrowDown", "Space"]) {
    await merchant.page.keyboard.press(key);
    // One who listens hears each step told before the next.
    await merchant.page.waitForTimeout(300);
  }
  await merchant.page.getByText(/^Moved to place 2\. /).waitFor();
  await expect.poll(() => nameOfRow(0)).toBe(first);
  await merchant.app.getByText("Not everything here is live yet.").waitFor();
  await shoot(merchant.page, "moved");
});

async function lastPage(): Promise<string> {
  const label = await merchant.app
    .getByText(/^Page 1 of \d+$/)
    .first()
    .innerText();
  return label.split(" ").at(-1) ?? "1";
}

test("a copy that is asked last can never win: told with the rule that stands before it", {
  timeout: 60_000,
}, async () => {
  await merchant.open("/app/rules");
  const first = await nameOfRow(0);
  await choose("Duplicate");
  await merchant.page.getByText("Duplicated as a draft").waitFor();
  await merchant.open("/app/rules?query=(copy)");
  await merchant.app.getByText("1 of 301 rules").waitFor();
  await choose("Move to a place…");
  await merchant.app.getByRole("dialog").getByLabel("Place").fill("301");
  await merchant.page.keyboard.press("Enter");
  await merchant.page.getByText(/^Moved to place 301\. /).waitFor();
  await merchant.app
    .getByText(`This rule can never win: “${first}” fits every order it fits, is asked first and offers the same.`)
    .waitFor();
  await shoot(merchant.page, "never-wins");
});

/** Of the menu of the first rule that is shown. */
async function choose(what: string): Promise<void> {
  await rows()
    .first()
    .getByRole("button", { name: /^More actions for / })
    .click();
  await merchant.app.getByRole("menuitem", { name: what }).click();
}

test("all rules of a page are paused at once, and shoppers are asked by none of them", {
  timeout: 60_000,
}, async () => {
  await merchant.open("/app/rules?status=live");
  await merchant.app.getByText(/^\d+ of 301 rules$/).waitFor();
  const before = Number.parseInt(await merchant.app.getByText(/^\d+ of 301 rules$/).innerText(), 10);
  const many = await rows().count();
  await merchant.app.getByLabel("Select all on this page").press("Space");
  await merchant.app.getByText(`${many} selected`).waitFor();
  await shoot(merchant.page, "selected");
  const actions = merchant.app.getByRole("region", { name: "Actions for the selected rules" });
  await actions.getByRole("button", { name: "Pause", exact: true }).click();
  await merchant.page.getByText(`${many} rules paused: shoppers no longer see them`).waitFor();
  await merchant.app.getByText(`${before - many} of 301 rules`).waitFor();
});

test("what could not be done far down the list is told where the merchant looks", { timeout: 60_000 }, async () => {
  await merchant.open("/app/rules?status=live");
  const last = rows().last().getByRole("button", { name: "Pause" });
  await last.scrollIntoViewIfNeeded();
  await merchant.page.context().setOffline(true);
  await last.click();
  await merchant.page.getByText("Encore could not be reached. Check your connection and try again.").waitFor();
  await shoot(merchant.page, "not-paused");
  await merchant.page.context().setOffline(false);
});

test("orders that are filtered by nothing any more can be searched at once", { timeout: 60_000 }, async () => {
  await merchant.open("/app/orders?outcome=accepted,declined");
  await merchant.app.getByRole("button", { name: "Clear all" }).press("Enter");
  await merchant.app.getByRole("button", { name: "Clear all" }).waitFor({ state: "detached" });
  await merchant.app.locator("input:focus[placeholder='Search by order number']").waitFor();
});

test("every screen can be used on a phone: nothing is wider than it, and what it is for can be done", {
  timeout: 180_000,
}, async () => {
  const phone = await journey.newMerchant({ viewport: { width: 390, height: 844 }, hasTouch: true });
  const isNoWider = async (name: string) => {
    // Polaris lays the buttons of a page's head out once it has measured them.
    const wider = () =>
      phone.page
        .frame({ name: "app-iframe" })
        ?.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
    await expect.poll(wider, { message: name }).toBe(0);
    await shoot(phone.page, `phone-${name}`);
  };
  for (const path of [
    "",
    "/app/rules/templates",
    "/app/rules",
    "/app/versions",
    "/app/settings",
    "/app/orders",
  ] as const) {
    await phone.open(path);
    await isNoWider(path.split("/").slice(2).join("-") || "home");
  }
  await phone.app.getByRole("row").nth(1).getByRole("link").first().tap();
  await phone.app.getByText("What happened").waitFor();
  await isNoWider("order");

  await phone.open("/app/rules?status=live");
  await phone.app.getByRole("heading", { level: 2 }).getByRole("link").first().tap();
  await phone.app.getByRole("textbox", { name: "Discount" }).first().fill("25");
  await isNoWider("rule");
  await phone.page.getByRole("button", { name: "Save", exact: true }).tap();
  await phone.page.getByText("Saved as a draft").waitFor();
  await phone.app.getByText("Live · unpublished changes").waitFor();
});

test("no page wrote an error all the while", () => {
  expect(journey.failures).toEqual([]);
});
