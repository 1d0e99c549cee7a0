import { mkdir } from "node:fs/promises";
import { join } from "node:path";
import type { Page } from "playwright-core";
import type { SurfaceOffer } from "#app/core/extract/surface-offer.ts";
import { launchBrowser, newVisitor } from "#tests/support/browser.ts";
import { buildExtension } from "../../scripts/build-extensions.ts";
import { type CartShopSays, startCartShop } from "./cart-shop.ts";
import { napkins, teacupCart } from "./napkins.ts";

const PICTURES = join(import.meta.dirname, "../.artifacts/cart-bump");

export const offeredByCode: SurfaceOffer = { ...napkins, discount: { kind: "percent", percent: 15 }, priced: "code" };
export const byCode: Partial<CartShopSays> = {
  decide: { kind: "show", offer: offeredByCode },
  prepare: [
    { kind: "not-yet", afterMs: 1 },
    { kind: "prepared", codes: ["ENCORE-1"], validUntil: 0 },
  ],
  codes: { "ENCORE-1": { variant: 41004, percent: 15 } },
  buyersCodes: ["WELCOME"],
};

/** The script as it is built, in a cart page of a shop that says what a test lets it say. */
export async function startCartBump() {
  await Promise.all([
    buildExtension(join(import.meta.dirname, "../../extensions/cart-bump")),
    mkdir(PICTURES, { recursive: true }),
  ]);
  const [browser, shop] = await Promise.all([launchBrowser(), startCartShop()]);
  return {
    shop,
    close: () => Promise.all([browser.close(), shop.close()]),
    visit: async (says: Partial<CartShopSays> = {}, viewport = { width: 1280, height: 900 }) => {
      await shop.open({ ...teacupCart, ...says });
      const visitor = await newVisitor(browser, { viewport });
      const page = await visitor.newPage();
      const errors: string[] = [];
      page.on("pageerror", (error) => errors.push(error.message));
      await page.addInitScript(() => {
        const shifts = { total: 0 };
        Object.assign(window, { shifts });
        new PerformanceObserver((list) => {
          for (const entry of list.getEntries()) shifts.total += (entry as unknown as { value: number }).value;
        }).observe({ type: "layout-shift", buffered: true });
      });
      await page.goto(shop.cartPage);
      return { page, errors, tick: page.getByRole("checkbox") };
    },
  };
}

export const shiftsOf = (page: Page) =>
  page.evaluate(() => (window as unknown as { shifts: { total: number } }).shifts.total);
export const settled = (page: Page) => page.waitForTimeout(250);

export async function photograph(page: Page, name: string) {
  await page.screenshot({ path: join(PICTURES, `${name}.png`) });
}
