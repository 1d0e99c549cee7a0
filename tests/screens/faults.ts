import type { Frame, Page } from "playwright-core";
import { accessibilityFaults, WCAG_AND_GOOD_PRACTICE } from "#tests/support/accessibility.ts";
import type { Stage } from "./screen.ts";

/** CSS pixels of a window of 1280 at 200 % zoom, and of a phone. */
const NARROW = [640, 390];

export type Looked = { readonly name: string } & Pick<Stage, "page">;

/** What keeps anyone from using the screen as it stands, a line each: by axe, and what sticks out when it is narrow. */
export async function faultsOf(screen: Looked): Promise<string[]> {
  const found = await accessibilityFaults(appOn(screen.page), "html", WCAG_AND_GOOD_PRACTICE);
  return [...found.map((fault) => `${screen.name}: ${fault}`), ...(await withoutRoom(screen))];
}

/** What sticks out when it is narrow. */
export async function withoutRoom({ name, page }: Looked): Promise<string[]> {
  const faults: string[] = [];
  for (const width of NARROW) {
    await page.setViewportSize({ width, height: 900 });
    faults.push(...(await sticksOut(page, appOn(page), width)));
  }
  return faults.map((fault) => `${name}: ${fault}`);
}

/** Shopify's own frame is none of ours; a guide stands without one. */
function appOn(page: Page): Frame {
  return page.frame("app-iframe") ?? page.mainFrame();
}

/** Of the app's page, in what Shopify's frame leaves it. */
async function sticksOut(page: Page, app: Frame, width: number): Promise<string[]> {
  await page.waitForTimeout(100);
  return app.evaluate((at) => {
    const { scrollWidth, clientWidth } = document.documentElement;
    if (scrollWidth <= clientWidth) return [];
    const widest = [...document.querySelectorAll("body *")]
      .filter((one) => one.getBoundingClientRect().right > clientWidth + 1)
      .at(-1);
    return [`${scrollWidth - clientWidth} px too wide at ${at}: ${widest?.outerHTML.slice(0, 200)}`];
  }, width);
}
