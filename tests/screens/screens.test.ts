import { afterAll, beforeAll, expect, test } from "vitest";
import type { AdminLanguage } from "#app/locales/catalogues.ts";
import { launchBrowser } from "#tests/support/browser.ts";
import { type RunningEncore, runEncore } from "#tests/support/running-encore.ts";
import { CHAPTERS } from "./chapters.ts";
import { faultsOf } from "./faults.ts";
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

async function faults(chapters: readonly Chapter[], language: AdminLanguage = "en"): Promise<string[]> {
  const found: string[] = [];
  await walk({ browser, encore, chapters, language, failures: found }, async (stage) => {
    found.push(...(await faultsOf(stage)));
  });
  // Not found, and Shopify away: the browser notes that it was answered so, and the page says it in words.
  return found.filter((fault) => !fault.includes("Failed to load resource"));
}

test.each(CHAPTERS.map(({ name, ...chapter }) => ({ name, chapter: { name, ...chapter } })))(
  "every screen of a shop that is $name is usable by everyone, at 200 % zoom and on a phone",
  { timeout: 180_000 },
  async ({ chapter }) => {
    expect(await faults([chapter])).toEqual([]);
  },
);
