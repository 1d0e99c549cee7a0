import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import type { Frame, Page } from "playwright-core";

const AXE = createRequire(import.meta.url).resolve("axe-core/axe.min.js");

const WCAG = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa"];
/** With what no criterion demands and everyone is glad of: landmarks, headings in their order. */
export const WCAG_AND_GOOD_PRACTICE = [...WCAG, "best-practice"];

/** What axe finds against WCAG 2.1 A and AA within `selector` (or the whole page), one line each; empty when nothing. */
export async function accessibilityFaults(
  page: Page | Frame,
  selector = "html",
  standards: readonly string[] = WCAG,
): Promise<string[]> {
  if (!(await page.evaluate(() => "axe" in window))) await page.evaluate(await readFile(AXE, "utf8"));
  return page.evaluate(
    async ([within, runOnly]) => {
      const { axe } = window as unknown as { axe: typeof import("axe-core") };
      const { violations } = await axe.run(within, { runOnly: [...runOnly], resultTypes: ["violations"] });
      return violations.flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html}`));
    },
    [selector, standards] as const,
  );
}
