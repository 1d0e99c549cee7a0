import { readFileSync } from "node:fs";
import { afterAll, beforeAll, expect, test } from "vitest";
import { CAKESTAND, TEACUPS } from "#tests/journeys/goods.ts";
import { type Journey, openJourney } from "#tests/journeys/journey.ts";

const { strings }: { readonly strings: readonly string[] } = JSON.parse(
  readFileSync(new URL("../support/naughty-strings.json", import.meta.url), "utf8"),
);

/** Every fortieth that fits a name and stands in one line, and words that are written from right to left. */
const TEXTS = strings
  .filter((one) => one.trim() !== "" && one.length <= 120 && !/[\p{Cc}{}]/u.test(one))
  .filter((one, index) => index % 40 === 0 || /\p{Script=Arabic}/u.test(one));

let journey: Journey;
beforeAll(async () => {
  journey = await openJourney();
}, 180_000);
afterAll(() => journey?.close(), 30_000);

test("whatever is typed is kept to the letter, shown as text, and runs nowhere", { timeout: 120_000 }, async () => {
  const { merchant } = journey;
  const { page, app } = merchant;
  const field = (name: string) => app.getByRole("textbox", { name, exact: true }).first();
  page.on("dialog", (dialog) => {
    // What is unsaved is asked for by the browser itself.
    if (dialog.type() !== "beforeunload") journey.failures.push(`a dialog said ${dialog.message()}`);
    void dialog.accept();
  });
  await merchant.open("/app/rules/new");
  await merchant.writeRule({ bought: [TEACUPS.title], offered: CAKESTAND.title, percent: 15, headline: "Before" });
  const save = async () => {
    const button = page.getByRole("button", { name: "Save", exact: true });
    await button.click();
    await button.waitFor({ state: "hidden" });
    await page.waitForURL(/\/app\/rules\/(?!new)/);
  };
  await save();

  expect(TEXTS.length).toBeGreaterThan(9);
  for (let at = 0; at < TEXTS.length; at += 3) {
    const [name = "", headline = name, reason = headline] = TEXTS.slice(at, at + 3);
    await field("Name").fill(name);
    await field("Headline").fill(headline);
    await field("Why it fits").fill(reason);
    await save();
    await page.reload();
    const back = await Promise.all(["Name", "Headline", "Why it fits"].map((label) => field(label).inputValue()));
    expect(back).toEqual([name, headline, reason]);
    expect(await app.getByRole("heading", { level: 1 }).textContent()).toBe(name);
  }

  await field("Name").fill("🎁".repeat(10_000));
  await field("Priority").focus();
  await app.getByText("At most 120 characters fit here.").first().waitFor();
  expect(journey.failures).toEqual([]);
});

test("whatever is looked for finds nothing rather than failing", { timeout: 60_000 }, async () => {
  const { merchant } = journey;
  for (const path of ["/app/rules?query=", "/app/orders?number="]) {
    for (const text of TEXTS.slice(0, 4)) {
      await merchant.open(`/app/${path.slice(5)}${encodeURIComponent(text)}`);
      expect(await merchant.app.getByText("This page could not be loaded").count()).toBe(0);
    }
  }
  expect(journey.failures).toEqual([]);
});
