import type { Browser, Page } from "playwright-core";
import { type AdminLanguage, loadCatalogue } from "#app/locales/catalogues.ts";
import { sayer } from "#app/locales/sayer.ts";
import { watchedPage } from "#tests/journeys/watched-page.ts";
import type { RunningEncore } from "#tests/support/running-encore.ts";
import { openShop } from "./running-shop.ts";
import type { Chapter, Screen, Stage } from "./screen.ts";

export interface Walk {
  readonly browser: Browser;
  readonly encore: RunningEncore;
  readonly chapters: readonly Chapter[];
  readonly language: AdminLanguage;
  /** In the colours that the merchant's system forces on every page: Windows' high contrast. */
  readonly isForced?: boolean;
  /** Looked at beside each other; one unless told. */
  readonly pages?: number;
  /** What went wrong on any page is added to it. */
  readonly failures: string[];
}

/** Goes through the chapters and stands still on each screen, 1280 pixels wide each time; on so many pages at once. */
export async function walk(
  { browser, encore, chapters, language, isForced = false, failures, pages = 1 }: Walk,
  look: (screen: { readonly name: string } & Stage) => Promise<void>,
): Promise<void> {
  const stages = await Promise.all(
    Array.from({ length: pages }, async () => {
      const page = await watchedPage(
        browser,
        failures,
        isForced ? { forcedColors: "active", colorScheme: "dark" } : {},
      );
      // Beside each other they wait for each other.
      page.setDefaultTimeout(30_000);
      await page.context().addCookies([{ name: "admin_language", value: language, url: encore.adminUrl }]);
      return stageOf(page, language);
    }),
  );
  const shop = openShop(encore, browser);
  try {
    for (const { name, prepare, screens } of chapters) {
      await prepare(shop);
      const known = await shop.known();
      const left = screens.flatMap((screen) => {
        const path = typeof screen.path === "string" ? screen.path : screen.path(known);
        return path ? [{ screen, name: `${name}-${screen.name}`, address: addressOf(encore, path) }] : [];
      });
      const goOn = async (stage: Stage): Promise<void> => {
        for (let next = left.shift(); next; next = left.shift()) await stand({ ...next, stage, failures }, look);
      };
      await Promise.all(stages.map(goOn));
    }
  } finally {
    await Promise.all([shop.close(), ...stages.map((stage) => stage.page.context().close())]);
  }
}

async function stand(
  at: {
    readonly stage: Stage;
    readonly screen: Screen;
    readonly name: string;
    readonly address: string;
    readonly failures: string[];
  },
  look: (screen: { readonly name: string } & Stage) => Promise<void>,
): Promise<void> {
  const { stage, screen, name, address, failures } = at;
  await stage.page.setViewportSize({ width: 1280, height: 900 });
  try {
    await enter(stage, screen, address);
  } catch (error) {
    failures.push(`${name} was not reached: ${error}`);
  }
  await look({ name, ...stage });
  // What was written and not saved is kept in the browser: the next screen begins without.
  await stage.page.frame("app-iframe")?.evaluate(() => localStorage.clear());
}

async function stageOf(page: Page, language: AdminLanguage): Promise<Stage> {
  const app = page.frameLocator("iframe[name=app-iframe]");
  return {
    page,
    app,
    say: sayer(await loadCatalogue(language), language),
    button: (name) => app.getByRole("button", { name, exact: true }),
  };
}

function addressOf({ adminUrl, appUrl }: RunningEncore, path: string): string {
  return path.startsWith("/app") ? `${adminUrl}/store/encore-demo/apps/encore-second-sale${path}` : `${appUrl}${path}`;
}

async function enter(stage: Stage, { act }: Screen, address: string): Promise<void> {
  const { page, app } = stage;
  await page.goto(address);
  const heading = address.includes("/docs/") ? page : app;
  await heading.getByRole("heading", { level: 1 }).first().waitFor();
  await page.frame("app-iframe")?.waitForFunction(isAlive);
  await hasSettled(page);
  if (!act) return;
  await act(stage);
  await hasSettled(page);
}

/** What the server drew is in React's hands: before, a click on it goes nowhere. */
function isAlive(): boolean {
  return Object.keys(document.querySelector("h1") ?? {}).some((key) => key.startsWith("__react"));
}

/** Milliseconds without a new request. What is drawn by a worker never lets the browser call its network idle. */
const QUIET_FOR = 350;

/** Nothing more has been asked for a while: what was asked for stands, the preview's page among it. */
async function hasSettled(page: Page): Promise<void> {
  let askedAt = Date.now();
  const asks = () => {
    askedAt = Date.now();
  };
  page.on("request", asks).on("requestfinished", asks);
  while (Date.now() - askedAt < QUIET_FOR) await page.waitForTimeout(50);
  page.off("request", asks).off("requestfinished", asks);
}
