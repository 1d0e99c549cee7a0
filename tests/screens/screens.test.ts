import { afterAll, beforeAll, expect, test } from "vitest";
import type { AdminLanguage } from "#app/locales/catalogues.ts";
import german from "#app/locales/de.json" with { type: "json" };
import english from "#app/locales/en.json" with { type: "json" };
import french from "#app/locales/fr.json" with { type: "json" };
import { launchBrowser } from "#tests/support/browser.ts";
import { type RunningEncore, runEncore } from "#tests/support/running-encore.ts";
import { CHAPTERS } from "./chapters.ts";
import { EMPTY_SHOP } from "./empty-shop.ts";
import { faultsOf, type Looked, withoutRoom } from "./faults.ts";
import { FULL_SHOP } from "./full-shop.ts";
import type { Chapter, Screen } from "./screen.ts";
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

/** Where words are many: these stand in the states that have most of them. */
const WORDY = ["rule-nested", "rule-wrong", "rules-menu", "order-accepted"];

/** One for each address of the admin, and the wordy ones. The guides are written in English. */
const EVERYWHERE = [...FULL_SHOP.screens, ...EMPTY_SHOP.screens].filter(
  ({ name, path, act }, index, all) =>
    WORDY.includes(name) ||
    (typeof path === "string" &&
      path.startsWith("/app") &&
      !act &&
      all.findIndex((other) => addressIn(other) === addressIn({ path }) && !other.act) === index),
);

function addressIn({ path }: Pick<Screen, "path">): string | undefined {
  return typeof path === "string" ? path.split("?")[0] : undefined;
}

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

test.each([
  ["German", "de", german],
  ["French", "fr", french],
] as const)(
  "every screen speaks %s alone, and has room for its words zoomed in and on a phone",
  { timeout: 240_000 },
  async (_, language, texts) => {
    expect(EVERYWHERE.length).toBeGreaterThan(15);
    const chapter: Chapter = { name: language, prepare: (shop) => shop.adminApi("Answer"), screens: EVERYWHERE };
    const look = async (screen: Looked) => [...(await englishOn(screen, texts)), ...(await withoutRoom(screen))];
    expect(await faults([chapter], language, look)).toEqual([]);
  },
);

/** What can be read or heard in the app's frame and is a text of the English catalogue that has other words here. */
async function englishOn({ name, page }: Looked, texts: Readonly<Record<string, string>>): Promise<string[]> {
  const said = await page.frame("app-iframe")?.evaluate(() => {
    const labels = ["aria-label", "placeholder", "title", "alt"];
    return [...document.body.querySelectorAll("*")].flatMap((one) => [
      ...[...one.childNodes].flatMap((node) => (node.nodeType === Node.TEXT_NODE ? [node.textContent ?? ""] : [])),
      ...labels.flatMap((label) => one.getAttribute(label) ?? []),
    ]);
  });
  const other = new Set(
    Object.entries(english).flatMap(([key, text]) => (texts[key] === text || text.includes("{") ? [] : [text])),
  );
  const own = new Set(Object.values(texts));
  return [...new Set(said)]
    .filter((text) => other.has(text.trim()) && !own.has(text.trim()))
    .map((text) => `${name}: “${text}” is English`);
}
