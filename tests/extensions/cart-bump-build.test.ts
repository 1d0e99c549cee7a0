import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { brotliCompressSync, gzipSync } from "node:zlib";
import { expect, test } from "vitest";
import { SURFACE_LANGUAGES } from "#app/contracts/surfaces.ts";
import { buildExtension } from "../../scripts/build-extensions.ts";

const EXTENSION = join(import.meta.dirname, "../../extensions/cart-bump");

test("a shopper downloads less than 10 KB, script and style together", async () => {
  await buildExtension(EXTENSION);
  const assets = await readdir(join(EXTENSION, "assets"));
  const contents = await Promise.all(assets.map((name) => readFile(join(EXTENSION, "assets", name))));
  for (const compress of [gzipSync, brotliCompressSync]) {
    expect(contents.reduce((total, content) => total + compress(content).length, 0)).toBeLessThan(10_000);
  }
});

test("the folder holds what Shopify's theme extensions may hold, and nothing else", async () => {
  const entries = await readdir(EXTENSION, { withFileTypes: true });
  const folders = entries.filter((entry) => entry.isDirectory()).map(({ name }) => name);
  expect(folders.sort()).toEqual(["assets", "blocks", "locales", "snippets"]);
  const files = entries.filter((entry) => entry.isFile()).map(({ name }) => name);
  expect(files).toEqual(["shopify.extension.toml"]);
});

/** "offer.add" → its words. */
function flat(value: object, path = ""): Record<string, string> {
  return Object.assign(
    {},
    ...Object.entries(value).map(([key, inner]) =>
      typeof inner === "string" ? { [path + key]: inner } : flat(inner, `${path}${key}.`),
    ),
  );
}

test.each(["", ".schema"])("every language has every word, with the same gaps (locales/*%s.json)", async (kind) => {
  const read = async (language: string) =>
    flat(JSON.parse(await readFile(join(EXTENSION, `locales/${language}${kind}.json`), "utf8")));
  const english = await read("en.default");
  const gaps = (text = "") => (text.match(/\{\w+\}/g) ?? []).sort();
  for (const language of SURFACE_LANGUAGES.slice(1)) {
    const words = await read(language);
    expect(Object.keys(words), language).toEqual(Object.keys(english));
    for (const [key, word] of Object.entries(words)) {
      expect(word.trim(), `${language} ${key}`).not.toBe("");
      expect(gaps(word), `${language} ${key}`).toEqual(gaps(english[key]));
    }
  }
});

test("each word that a block asks for exists, and each schema is JSON with a target", async () => {
  const english = flat(JSON.parse(await readFile(join(EXTENSION, "locales/en.default.json"), "utf8")));
  const schemaWords = flat(JSON.parse(await readFile(join(EXTENSION, "locales/en.default.schema.json"), "utf8")));
  const settings = await readFile(join(EXTENSION, "snippets/encore-settings.liquid"), "utf8");
  const asked = [...settings.matchAll(/'([\w.]+)' \| t/g)].map(([, key]) => key);
  expect(asked.sort()).toEqual(Object.keys(english).sort());
  for (const [block, target] of [
    ["cart-offer", "section"],
    ["drawer-offer", "body"],
  ]) {
    const text = await readFile(join(EXTENSION, `blocks/${block}.liquid`), "utf8");
    const schema = /{% schema %}([\s\S]*){% endschema %}/.exec(text)?.[1] ?? "";
    expect(JSON.parse(schema).target).toBe(target);
    for (const [, key = ""] of schema.matchAll(/"t:([\w.]+)"/g)) expect(schemaWords).toHaveProperty([key]);
  }
});
