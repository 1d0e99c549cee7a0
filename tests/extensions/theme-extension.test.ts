import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { faultsOfTheme } from "../../scripts/extensions/theme-extension.ts";

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "encore-theme-"));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

const LANGUAGES = ["en.default", "de", "es", "fr", "ja", "pt"];
const BLOCK = `<script src="{{ 'x.js' | asset_url }}"></script>
{% schema %} { "name": "Offer", "target": "section", "settings": [] } {% endschema %}`;
const WHOLE: Readonly<Record<string, string>> = {
  "shopify.extension.toml": 'name = "X"\ntype = "theme"',
  "assets/x.js": "",
  "blocks/offer.liquid": BLOCK,
  ...Object.fromEntries(LANGUAGES.map((name) => [`locales/${name}.json`, '{"a":"A"}'])),
  ...Object.fromEntries(LANGUAGES.map((name) => [`locales/${name}.schema.json`, '{"a":"A"}'])),
};

async function faultsWith(files: Readonly<Record<string, string>>): Promise<string[]> {
  const place = await mkdtemp(join(folder, "x-"));
  for (const [name, content] of Object.entries({ ...WHOLE, ...files })) {
    await mkdir(dirname(join(place, name)), { recursive: true });
    await writeFile(join(place, name), content);
  }
  return faultsOfTheme(place);
}

test("our own kind of theme extension has no fault", async () => {
  expect(await faultsWith({})).toEqual([]);
});

const noise = Array.from({ length: 3_000 }, (_, index) => Math.sin(index).toString(36)).join("");

test.each([
  ["another folder", { "src/x.ts": "" }, "src/x.ts has no place in a theme extension"],
  ["a script among the blocks", { "blocks/x.js": "" }, "blocks/x.js has no place in a theme extension"],
  ["a script over 10 KB compressed", { "assets/x.js": noise }, expect.stringMatching(/^assets\/x.js is \d+ bytes/)],
  ["Liquid over 500 KB", { "snippets/x.liquid": "x".repeat(600_000) }, expect.stringMatching(/^its Liquid is/)],
  ["style over 100 KB", { "assets/x.css": "x".repeat(110_000) }, "its style is 110000 bytes"],
  ["a block without a schema", { "blocks/x.liquid": "Hello" }, expect.stringMatching(/needs one {% schema %}/)],
  [
    "a block that loads what isn't there",
    { "blocks/x.liquid": BLOCK.replace("x.js", "y.js") },
    "blocks/x.liquid loads assets/y.js, which isn't there",
  ],
  [
    "a block that names what isn't there",
    { "blocks/x.liquid": '{% schema %}{"name":"X","target":"body","javascript":"y.js"}{% endschema %}' },
    "blocks/x.liquid names assets/y.js, which isn't there",
  ],
  ["a language missing in the editor", { "locales/fr.schema.json": "{}" }, "locales/fr.schema.json lacks a"],
])("a theme extension with %s is not built", async (_, files, fault) => {
  expect(await faultsWith(files)).toEqual([fault]);
});
