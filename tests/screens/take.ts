import { mkdirSync, rmSync } from "node:fs";
import { join } from "node:path";
import type { Page } from "playwright-core";
import { ADMIN_LANGUAGES } from "#app/locales/catalogues.ts";
import { launchBrowser } from "#tests/support/browser.ts";
import { runEncore } from "#tests/support/running-encore.ts";
import { CHAPTERS } from "./chapters.ts";
import type { Stage } from "./screen.ts";
import { walk } from "./walk.ts";

/**
 * `npm run screens`: a picture of every screen in every state, 1280 and 390 pixels wide, into .screens/. A language, the
 * colours of high contrast and parts of names may follow: `npm run screens -- de forced-colors rule-publish`.
 */
const ALBUM = new URL("../../.screens/", import.meta.url).pathname;
const TALLEST = 2_400;

const asked = process.argv.slice(2);
const language = ADMIN_LANGUAGES.find((one) => asked.includes(one)) ?? "en";
const isForced = asked.includes("forced-colors");
const parts = asked.filter((one) => one !== language && one !== "forced-colors");
const chapters = CHAPTERS.map((chapter) => ({
  ...chapter,
  screens: chapter.screens.filter(
    ({ name }) => parts.length === 0 || parts.some((part) => `${chapter.name}-${name}`.includes(part)),
  ),
}));

const failures: string[] = [];
let taken = 0;
if (parts.length === 0) rmSync(ALBUM, { recursive: true, force: true });
mkdirSync(ALBUM, { recursive: true });
const [browser, encore] = await Promise.all([launchBrowser(), runEncore()]);
try {
  await walk({ browser, encore, chapters, language, isForced, failures }, async (stage) => {
    for (const width of [1280, 390]) await shoot(stage, width);
    taken += 1;
  });
} finally {
  await browser.close();
  await encore.stop();
}
for (const failure of failures) console.error(failure);
console.log(`${taken} screens, each wide and narrow, are in ${ALBUM}`);

async function shoot({ name, page, app }: { readonly name: string } & Stage, width: number): Promise<void> {
  await page.setViewportSize({ width, height: 900 });
  await page.waitForTimeout(200);
  await page.setViewportSize({ width, height: await heightOf(page, app) });
  await page.waitForTimeout(200);
  const file = `${name}-${width}${language === "en" ? "" : `-${language}`}${isForced ? "-forced" : ""}.png`;
  await page.screenshot({ path: join(ALBUM, file), fullPage: true });
}

/** So tall that nothing scrolls within the app's frame. */
async function heightOf(page: Page, app: Stage["app"]): Promise<number> {
  const isFramed = (await page.locator("iframe[name=app-iframe]").count()) > 0;
  const own = isFramed ? await app.locator("body").evaluate((body) => body.scrollHeight) : 0;
  return Math.min(TALLEST, Math.max(900, own + 140));
}
