import { execFile } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import type { Browser } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import type { Offer, Rulebook } from "#app/core/rules/rulebook.ts";
import { launchBrowser } from "#tests/support/browser.ts";
import { type RunningEncore, runEncore } from "#tests/support/running-encore.ts";
import { Merchant } from "./merchant.ts";
import { shoot } from "./shoot.ts";
import { Shopper } from "./shopper.ts";
import { watchedPage } from "./watched-page.ts";

/**
 * A merchant who writes rules as a file: import, a mistake mended in place, publishing to everyone and to a share, a path
 * of offers in the real store, its evidence explained on the command line, and the way back. The steps build on each other.
 */
const TEACUPS = { title: "Regency Teacup and Saucer", handle: "regency-teacup-and-saucer" };
const CAKESTAND = "Regency Cakestand 3 Tier";
const BAG = "Jumbo Bag Red Retrospot";
const TINS = "Set of 3 Regency Cake Tins";

let encore: RunningEncore;
let browser: Browser;
let merchant: Merchant;
let exported: Rulebook;
let declinedFirst: string;
let buyers = 0;
const folder = mkdtempSync(join(tmpdir(), "encore-files-"));
const failures: string[] = [];

beforeAll(async () => {
  browser = await launchBrowser();
  encore = await runEncore();
  merchant = new Merchant(await newPage(), encore.adminUrl);
}, 180_000);
afterAll(async () => {
  rmSync(folder, { recursive: true, force: true });
  await browser?.close();
  await encore?.stop();
}, 30_000);

const newPage = (options?: Parameters<typeof watchedPage>[2]) => watchedPage(browser, failures, options);
/** Somebody else each time: who has bought what is offered is not offered it again. */
async function buysTeacups(): Promise<Shopper> {
  buyers += 1;
  const shopper = new Shopper(await newPage(), encore.storeUrl);
  await shopper.addToCart(TEACUPS.handle);
  await shopper.checkOut({ email: `buyer-${buyers}@example.com` });
  await shopper.pay();
  await shopper.reachesTheOffer();
  return shopper;
}

/** Teacups → Cakestand as it was exported; after a no the bag, after a yes the tins at so many percent off. */
function withPath(percent: number): string {
  const [rule] = exported.rules;
  const condition = rule && "all" in rule.when ? rule.when.all[0] : undefined;
  if (!rule || !condition || !("kind" in condition) || condition.kind !== "product") throw new Error("not as written");
  const [teacups, bag, tins] = condition.products;
  if (!teacups || !bag || !tins) throw new Error("three products were chosen");
  const { offer } = rule.path;
  const offering = (changes: Partial<Offer>): Offer => ({ ...offer, words: { headline: {}, reason: {} }, ...changes });
  const path = {
    offer,
    ifAccepted: {
      offer: offering({
        source: { kind: "named", products: [{ product: tins }] },
        discount: { kind: "percent", percent },
      }),
    },
    ifDeclined: {
      offer: offering({ kind: "downsell", source: { kind: "named", products: [{ product: bag }] } }),
    },
  };
  const when = { all: [{ ...condition, products: [teacups] }] };
  return JSON.stringify({ ...exported, rules: [{ ...rule, when, path }] }, null, 2);
}

test("a rule written in the editor is exported as a file", { timeout: 60_000 }, async () => {
  await merchant.open();
  await merchant.open("/app/rules/new");
  await merchant.writeRule({ bought: [TEACUPS.title, BAG, TINS], offered: CAKESTAND, percent: 15 });
  await merchant.publish();
  await merchant.open("/app/rules");
  const text = await merchant.download("Export");
  exported = JSON.parse(text);
  expect(exported).toMatchObject({ format: 1, rules: [{ status: "active", path: { offer: { kind: "cross-sell" } } }] });
  expect(await merchant.download("Export")).toBe(text);
});

test("a mistake in an imported file is told at its line, mended in place, and what changes is told before it is saved", {
  timeout: 60_000,
}, async () => {
  const wrong = withPath(150);
  const line = wrong.split("\n").findIndex((one) => one.includes('"percent": 150')) + 1;
  await merchant.checkImport(wrong);
  await merchant.app.getByText("1 thing needs changing").waitFor();
  await merchant.app.getByText("rules[0].path.ifAccepted.offer.discount.percent", { exact: true }).waitFor();
  await shoot(merchant.page, "import-problem");
  const text = merchant.app.getByLabel("Rulebook as JSON");
  expect(await text.inputValue()).toBe(wrong);

  await merchant.app.getByRole("button", { name: `Go to line ${line}` }).press("Enter");
  const chosen = await text.evaluate((field: HTMLTextAreaElement) =>
    field.value.slice(field.selectionStart, field.selectionEnd),
  );
  expect(chosen.trim()).toBe('"percent": 150');
  await merchant.page.keyboard.type('"percent": 10');
  await merchant.check();
  await merchant.app.getByText("What changes in your draft").waitFor();
  await merchant.app.getByText(/If declined, it goes on: offer Jumbo Bag Red Retrospot/).waitFor();
  await shoot(merchant.page, "import-checked");
  await merchant.app.getByRole("button", { name: "Save as draft" }).click();
  await merchant.app.getByText("Not everything here is live yet.").waitFor();
  await shoot(merchant.page, "rules-unpublished");
});

test("the imported path stands in the editor, step by step", { timeout: 30_000 }, async () => {
  await merchant.app.getByRole("heading", { level: 2 }).getByRole("link").first().click();
  await merchant.app.getByRole("button", { name: new RegExp(`^If they accept: ${TINS}, `) }).waitFor();
  await merchant.app.getByRole("button", { name: new RegExp(`^If they decline: ${BAG}, `) }).click();
  await merchant.app.getByText(/; if declined, offer Jumbo Bag Red Retrospot/).waitFor();
  await shoot(merchant.page, "rule-with-its-path");
});

test("publishing all rules shows what changes for shoppers, then makes it live for everyone", {
  timeout: 60_000,
}, async () => {
  await merchant.open("/app/rules");
  await merchant.app.getByRole("link", { name: "Review and publish" }).click();
  await merchant.app.getByText(/If accepted, it goes on: offer Set of 3 Regency Cake Tins/).waitFor();
  await shoot(merchant.page, "publish");
  await merchant.app.getByLabel("Note").fill("A path for teacups");
  await merchant.app.getByRole("button", { name: "Publish", exact: true }).click();
  await merchant.page.getByText("Published: shoppers see it from now on").waitFor();
  await merchant.open("/app/rules");
  await merchant.app.getByText("Live", { exact: true }).waitFor();
  expect(await merchant.app.getByText("Review and publish").count()).toBe(0);
});

test("after a no the smaller offer follows, and the order tells the path with what was decided at each step", {
  timeout: 90_000,
}, async () => {
  const shopper = await buysTeacups();
  await shopper.page.getByRole("button", { name: "No thanks", exact: true }).click();
  await shopper.page.getByRole("heading", { name: BAG }).or(shopper.page.getByText(BAG)).first().waitFor();
  await shoot(shopper.page, "downsell");
  await shopper.page.getByRole("button", { name: /^Add to my order · / }).click();
  declinedFirst = await shopper.reachesThankYou();
  await shopper.page.getByText(BAG).first().waitFor();
  const row = await merchant.orderRow(declinedFirst, BAG, "Accepted");
  await row.getByRole("link").first().click();
  await merchant.app.getByText(`After the no, offered next: ${BAG}`, { exact: false }).waitFor();
  await merchant.app.getByText(`${BAG} was offered next, as the rule says.`).waitFor();
  await shoot(merchant.page, "order-with-a-downsell");
});

test("after a yes the next offer follows in the same place", { timeout: 90_000 }, async () => {
  const shopper = await buysTeacups();
  await shopper.page.getByRole("button", { name: /^Add to my order · / }).click();
  await shopper.page.getByText(TINS).first().waitFor();
  await shoot(shopper.page, "follow-up");
  await shopper.page.getByRole("button", { name: "No thanks, show my order" }).click();
  const order = await shopper.reachesThankYou();
  const row = await merchant.orderRow(order, "Accepted", "£10.84");
  await row.getByRole("link").first().click();
  await merchant.app.getByText(`After the yes, offered next: ${TINS}`, { exact: false }).waitFor();
});

test("an order's evidence, downloaded, is decided the same and told in words on the command line", {
  timeout: 60_000,
}, async () => {
  const row = await merchant.orderRow(declinedFirst, "Accepted");
  await row.getByRole("link").first().click();
  await merchant.app.getByText("Why this offer was shown").waitFor();
  const file = join(folder, "evidence.json");
  await writeFile(file, await merchant.download("Download evidence"));
  const { stdout } = await promisify(execFile)(process.execPath, ["app/cli/main.ts", "explain", file]);
  expect(stdout).toContain(`Order ${declinedFirst}`);
  expect(stdout).toContain("after it was declined");
  // Both steps, and what the pages before and after them decided.
  const decidedAgain = stdout.match(/Decided again from its evidence: .*/g) ?? [];
  expect(decidedAgain.length).toBeGreaterThanOrEqual(2);
  expect([...new Set(decidedAgain)]).toEqual(["Decided again from its evidence: the same."]);
});

test("a version is tried by a share of the shoppers, widened and kept", { timeout: 90_000 }, async () => {
  await merchant.checkImport(withPath(20));
  await merchant.saveAndPublish({ percent: 10 });
  await merchant.open("/app/versions");
  await merchant.app.getByText("Version 3 is being tried by 10% of shoppers").waitFor();
  await shoot(merchant.page, "versions-with-a-trial");
  const focused = merchant.app.locator(":focus");
  const button = (name: string) => merchant.app.getByRole("button", { name, exact: true });
  const share = merchant.app.getByLabel("Share of shoppers from now on");
  await share.fill("5");
  await button("Widen").click();
  await merchant.app.getByText("The share is a whole number from 11 to 99.").waitFor();
  await share.and(focused).waitFor();
  await button("Roll the trial back…").click();
  await button("Roll the trial back").and(focused).waitFor();
  await button("Cancel").click();
  await button("Roll the trial back…").and(focused).waitFor();
  await share.fill("50");
  await button("Widen").click();
  await merchant.app.getByText("Version 3 is being tried by 50% of shoppers").first().waitFor();
  await merchant.app.getByRole("button", { name: "Keep it for everyone" }).click();
  await merchant.app.getByText("Version 3 kept for everyone").waitFor();
  await merchant.app.locator("main:focus").waitFor();
});

test("what differs between two versions is told, and an earlier one is live again after a second question", {
  timeout: 60_000,
}, async () => {
  await merchant.open("/app/versions");
  await merchant.app.getByLabel("Before").selectOption({ label: "Version 1" });
  await merchant.app.getByLabel("After").selectOption({ label: "Version 2" });
  await merchant.app.getByRole("button", { name: "Compare" }).click();
  await merchant.app.getByText("From version 1 to version 2").waitFor();
  await shoot(merchant.page, "versions-compared");
  await merchant.app.getByRole("link", { name: "Roll back to version 1" }).click();
  await merchant.app.getByText("Roll back to version 1?", { exact: true }).waitFor();
  await merchant.app.getByText(/If declined, it no longer goes on/).waitFor();
  await shoot(merchant.page, "roll-back");
  await merchant.app.getByRole("button", { name: "Roll back to version 1" }).click();
  await merchant.page.getByText("Version 1 is live again").waitFor();
  const shopper = await buysTeacups();
  await shopper.page.getByRole("button", { name: "No thanks, show my order" }).click();
  await shopper.reachesThankYou();
});

test("every new page can be read on a phone without scrolling sideways", { timeout: 90_000 }, async () => {
  const phone = new Merchant(await newPage({ viewport: { width: 390, height: 844 } }), encore.adminUrl);
  for (const path of ["rulebook/import", "rulebook/publish", "versions", "versions/2"] as const) {
    await phone.open(`/app/${path}`);
    const frame = phone.page.frame({ name: "app-iframe" });
    const wider = await frame?.evaluate(
      () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
    );
    expect([path, wider]).toEqual([path, 0]);
    await shoot(phone.page, `phone-${path.replace("/", "-")}`);
  }
  const row = await phone.orderRow(declinedFirst, "Accepted");
  await row.getByRole("link").first().click();
  await phone.app.getByText("Why this offer was shown").waitFor();
  await shoot(phone.page, "phone-order");
});

test("no page wrote an error all the while", () => {
  expect(failures).toEqual([]);
});
