import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import type { Frame, Page } from "playwright-core";
import type { Stage } from "./screen.ts";

const AXE = createRequire(import.meta.url).resolve("axe-core/axe.min.js");
const STANDARDS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "best-practice"];

/** CSS pixels of a window of 1280 at 200 % zoom, and of a phone. */
const NARROW = [640, 390];

/** What keeps anyone from using the screen as it stands, a line each: by axe, and what sticks out when it is narrow. */
export async function faultsOf({ name, page }: { readonly name: string } & Pick<Stage, "page">): Promise<string[]> {
  const app = page.frame("app-iframe") ?? page.mainFrame();
  const faults = await axeFaults(app);
  for (const width of NARROW) {
    await page.setViewportSize({ width, height: 900 });
    faults.push(...(await sticksOut(page, app, width)));
  }
  return faults.map((fault) => `${name}: ${fault}`);
}

async function axeFaults(app: Frame): Promise<string[]> {
  if (!(await app.evaluate(() => "axe" in window))) await app.evaluate(await readFile(AXE, "utf8"));
  return app.evaluate(async (standards) => {
    const { axe } = window as unknown as { axe: typeof import("axe-core") };
    const { violations } = await axe.run({ runOnly: standards, resultTypes: ["violations"] });
    return violations.flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html.slice(0, 300)}`));
  }, STANDARDS);
}

/** Shopify's own frame is none of ours: what is measured is the app's page in what the frame leaves it. */
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
