import { mkdirSync, rmSync } from "node:fs";
import { basename, join } from "node:path";
import type { Page } from "playwright-core";
import { expect } from "vitest";

const SHOTS = new URL("../.artifacts/journey/", import.meta.url).pathname;
let taken = 0;

/** A picture of the step, to be looked at: tests/.artifacts/journey/first-second-sale/07-the-offer.png. */
export async function shoot(page: Page, name: string): Promise<void> {
  const album = join(SHOTS, basename(expect.getState().testPath ?? "journey", ".test.ts"));
  if (taken === 0) rmSync(album, { recursive: true, force: true });
  mkdirSync(album, { recursive: true });
  taken += 1;
  await page.screenshot({ path: join(album, `${String(taken).padStart(2, "0")}-${name}.png`), fullPage: true });
}
