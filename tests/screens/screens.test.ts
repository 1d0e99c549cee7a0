import { afterAll, beforeAll, expect, test } from "vitest";
import type { AdminLanguage } from "#app/locales/catalogues.ts";
import { launchBrowser } from "#tests/support/browser.ts";
import { type RunningEncore, runEncore } from "#tests/support/running-encore.ts";
import { CHAPTERS } from "./chapters.ts";
import { faultsOf, type Looked, withoutRoom } from "./faults.ts";
import { FULL_SHOP } from "./full-shop.ts";
import type { Chapter } from "./screen.ts";
import { walk } from "./walk.ts";

/** The same list that `npm run screens` photographs. */
let browser: Awaited<ReturnType<typeof launchBrowser>>;
let encore: RunningEncore;

beforeAll(async () => {
  [browser, encore] = await Promise.all([launchBrowser(), runEncore()]);
}, 180_000);
afterAll(async () => {
  await browser?.close();
  await encore?.stop();
}, 30_000);

const NAMES_IN_GERMAN = ["home", "rules", "rule", "rule-nested", "rule-wrong", "orders", "order-accepted", "versions"];

async function faults(
  chapters: readonly Chapter[],
  language: AdminLanguage,
  look: (screen: Looked) => Promise<string[]>,
): Promise<string[]> {
  const found: string[] = [];
  await walk({ browser, encore, chapters, language, failures: found, pages: 3 }, async (screen) => {
    found.push(...(await look(screen)));
  });
  // Not found, and Shopify away: the browser notes that it was answered so, and the page says it in words.
  return found.filter((fault) => !fault.includes("Failed to load resource"));
}

const held = CHAPTERS.map((chapter) => ({
  ...chapter,
  screens: chapter.screens.filter(({ isLikeAnother }) => !isLikeAnother),
})).filter(({ screens }) => screens.length > 0);

test.each(held)(
  "every screen of a shop that is $name can be used by everyone, at 200 % zoom and on a phone",
  { timeout: 180_000 },
  async (chapter) => {
    expect(await faults([chapter], "en", faultsOf)).toEqual([]);
  },
);

test("German words find room on every screen, at 200 % zoom and on a phone", { timeout: 180_000 }, async () => {
  const screens = FULL_SHOP.screens.filter(({ name }) => NAMES_IN_GERMAN.includes(name));
  const chapter: Chapter = { name: "german", prepare: (shop) => shop.adminApi("Answer"), screens };
  expect(await faults([chapter], "de", withoutRoom)).toEqual([]);
});
