import { join } from "node:path";
import type { Browser, BrowserContext, Frame, Page } from "playwright-core";
import type { Shop } from "#app/core/values/ids.ts";
import { openDatabase } from "#app/stores/database.ts";
import { bundleForPage } from "#hosts/shared/build.ts";
import { launchBrowser, newVisitor } from "#tests/support/browser.ts";
import { fillBusyShop } from "#tests/support/busy-shop.ts";
import { type RunningEncore, runEncore } from "#tests/support/running-encore.ts";
import type { Vitals } from "./in-page/vitals.ts";

export const RULES = 300;
export const ORDERS = 100_000;
const SHOP = "encore-demo.myshopify.com" as Shop;

/** The whole product running, its demo shop as busy as a large one, and a browser that measures what it opens. */
export async function openAdminStage(say: (text: string) => void) {
  const [encore, browser, program] = await Promise.all([
    runEncore(),
    launchBrowser(),
    bundleForPage(join(import.meta.dirname, "in-page/vitals.ts"), "iife", {}),
  ]);
  const database = openDatabase(encore.databaseUrl);
  const close = async () => {
    await Promise.all([browser.close(), database.close()]);
    await encore.stop();
  };
  try {
    // The first visit installs the app.
    await (await openTab(browser, encore, program)).open("/app");
    say(`Filling the shop with ${RULES} rules and ${ORDERS} orders`);
    await fillBusyShop(database, { rules: RULES, orders: ORDERS, until: Date.now(), days: 120 }, SHOP);
    await database.outside.$executeRaw`analyze`;
  } catch (error) {
    await close();
    throw error;
  }
  return { database, shop: SHOP, browser, newTab: () => openTab(browser, encore, program), close };
}

export type AdminStage = Awaited<ReturnType<typeof openAdminStage>>;
export type Tab = Awaited<ReturnType<typeof openTab>>;

/** A merchant whose browser has loaded nothing yet. */
async function openTab(browser: Browser, encore: RunningEncore, program: string) {
  const visitor: BrowserContext = await newVisitor(browser);
  await visitor.addInitScript(program);
  const page: Page = await visitor.newPage();
  const loaded = new Map<string, number>();
  page.on("response", (response) => {
    const isOurs = response.url().includes("/assets/") && response.url().endsWith(".js");
    if (!isOurs) return;
    response
      .request()
      .sizes()
      .then(({ responseBodySize }) => loaded.set(response.url(), responseBodySize))
      // The page was left before its answer was there.
      .catch(() => undefined);
  });
  return {
    page,
    /** Loads a screen of the app in Shopify's frame, and resolves with the app's own frame once nothing more is asked for. */
    async open(path: string): Promise<Frame> {
      loaded.clear();
      await page.goto(`${encore.adminUrl}/store/encore-demo/apps/encore-second-sale${path}`);
      const frame = await appFrame(page);
      await frame.getByRole("heading", { level: 1 }).first().waitFor();
      await page.waitForLoadState("networkidle");
      return frame;
    },
    /** Bytes of our scripts as they travelled; what the browser kept from before counts as nothing. */
    scriptBytes: () => [...loaded.values()].reduce((sum, bytes) => sum + bytes, 0),
    /** An interaction is told once the browser has drawn what came of it, and has nothing else to do. */
    isIdle: (frame: Frame) =>
      frame.evaluate(
        () => new Promise<void>((idle) => requestIdleCallback(() => setTimeout(idle, 200), { timeout: 1_000 })),
      ),
    vitals: (frame: Frame) => frame.evaluate(() => (window as unknown as { readonly vitals: Vitals }).vitals),
    close: () => visitor.close(),
  };
}

async function appFrame(page: Page): Promise<Frame> {
  const frame = await (await page.waitForSelector("iframe[name=app-iframe]")).contentFrame();
  if (!frame) throw new Error("the admin shows no app");
  return frame;
}
