import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { HELP_PAGES } from "#app/admin/help-action.ts";
import english from "#app/locales/en.json" with { type: "json" };

/** What stands on Shopify's own screens, in the words of its admin. */
const SHOPIFYS: ReadonlySet<string> = new Set([
  "Settings",
  "Checkout",
  "Post-purchase page",
  "App embeds",
  // The bar for what is unsaved is App Bridge's.
  "Save",
]);

/** A number that stands in brackets behind a name is not part of it. */
const OURS: ReadonlySet<string> = new Set(
  Object.values(english).map((words) => words.replace(/ \(\{count, number\}\)$/, "")),
);

/** In the guides a name that stands on a screen is put in asterisks; the way to it is told with arrows. */
const namesIn = (guide: string) =>
  [...guide.matchAll(/(?<!\*)\*([^*]+)\*(?!\*)/g)].flatMap(([, name = ""]) => name.replace(/\s+/g, " ").split(" → "));

test.each(HELP_PAGES)("the guide to %s calls what stands on the screen as the screen does", (page) => {
  const guide = readFileSync(new URL(`../../docs/merchants/${page}.md`, import.meta.url), "utf8");
  const names = namesIn(guide);
  expect(names.length).toBeGreaterThan(1);
  expect(names.filter((name) => !OURS.has(name) && !SHOPIFYS.has(name))).toEqual([]);
});
