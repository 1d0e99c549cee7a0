import { mkdir, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { type BuiltExtension, buildExtension, buildExtensions } from "../../scripts/build-extensions.ts";

const UI_EXTENSION_BYTES_MOST = 24 * 1024;
const ARTIFACTS = join(import.meta.dirname, "../.artifacts");

let all: BuiltExtension[];
let trials: string;
beforeAll(async () => {
  // As `shopify app deploy` builds: no APP_URL in the environment, whoever runs the tests.
  delete process.env.APP_URL;
  all = await buildExtensions();
  await mkdir(ARTIFACTS, { recursive: true });
  trials = await mkdtemp(join(ARTIFACTS, "extension-"));
}, 60_000);
afterAll(() => rm(trials, { recursive: true, force: true }));

async function deployed(handle: string) {
  const built = all.find((extension) => extension.handle === handle);
  if (!built) throw new Error(`extensions/${handle} was not built`);
  return { ...built, code: await readFile(built.file, "utf8") };
}

/** An extension of the test's own, and what its build says. */
async function building(files: Readonly<Record<string, string>>): Promise<BuiltExtension | string> {
  const folder = await mkdtemp(join(trials, "x-"));
  for (const [name, content] of Object.entries(files)) {
    await mkdir(dirname(join(folder, name)), { recursive: true });
    await writeFile(join(folder, name), content);
  }
  return buildExtension(folder).catch((cause) => (cause as Error).message.replaceAll(folder, "x"));
}

const LOCALES = Object.fromEntries(
  ["en.default", "de", "es", "fr", "ja", "pt"].map((name) => [`locales/${name}.json`, '{"hello":"Hello {{name}}"}']),
);
const ONE_TARGET = `api_version = "2026-07"
[[extensions]]
name = "X"
handle = "x"
type = "ui_extension"
[[extensions.targeting]]
module = "./src/One.ts"
target = "purchase.thank-you.block.render"
`;
const UI_EXTENSION = {
  "shopify.extension.toml": ONE_TARGET,
  "src/One.ts": 'export default async () => void document.body.append("one");',
  ...LOCALES,
};

test("the deployed bundle knows the app's address from shopify.app.toml", async () => {
  const { code, file } = await deployed("post-purchase");
  const toml = await readFile("shopify.app.toml", "utf8");
  const address = /^application_url = "(https:\/\/[^"/]+)/m.exec(toml)?.[1];
  expect(address).toBeDefined();
  expect(code).toContain(`"${address}"`);
  expect(file.endsWith("extensions/post-purchase/dist/post-purchase.js")).toBe(true);
});

test("no bundle reaches for a process: the worker has none and would throw", async () => {
  for (const { handle } of all) {
    const { code } = await deployed(handle);
    expect(code, handle).not.toMatch(/(?<![\w$."'])process\b/);
    expect(code, handle).not.toContain("process.env");
  }
});

test("a shopper downloads less than 8 KB for the post-purchase page, whichever way it is compressed", async () => {
  const { size } = await deployed("post-purchase");
  expect(size.deflate).toBeLessThan(8 * 1024);
  expect(size.brotli).toBeLessThan(8 * 1024);
});

test("no block on thank-you, order status or checkout is more than 24 KB, the engine inside", () => {
  const blocks = all.filter(({ apiVersion }) => apiVersion !== undefined);
  expect(blocks.map(({ handle }) => handle)).toEqual(["checkout-bump", "order-status-offer", "thank-you-offer"]);
  for (const { handle, size } of blocks) {
    expect(Math.max(size.deflate, size.brotli), handle).toBeLessThanOrEqual(UI_EXTENSION_BYTES_MOST);
  }
});

test("the cart's script is less than 10 KB", async () => {
  const { size } = await deployed("cart-bump");
  expect(Math.max(size.deflate, size.brotli)).toBeLessThan(10 * 1024);
});

test("every UI extension is of one API version that Shopify still deploys", () => {
  expect(new Set(all.flatMap(({ apiVersion }) => apiVersion ?? []))).toEqual(new Set(["2026-07"]));
});

test("no bundle carries a validation library, nor the post-purchase one a built-in later than its worker promises", async () => {
  for (const { handle } of all) expect((await deployed(handle)).code, handle).not.toMatch(/zod|ZodError/i);
  const { code } = await deployed("post-purchase");
  const later = ["getOwnPropertyDescriptors", "Object.entries", "Object.values", "fromEntries", "BigInt"];
  const laterMethods = ["padStart", "replaceAll", ".flatMap(", ".finally(", ".at(", ".findLast(", ".toSorted("];
  for (const name of [...later, ...laterMethods]) expect(code, name).not.toContain(name);
});

test("several targets of one extension share one bundle", async () => {
  const built = await building({
    ...UI_EXTENSION,
    "shopify.extension.toml": `${ONE_TARGET}[[extensions.targeting]]
      module = "./src/Two.ts"
      target = "purchase.checkout.block.render"`,
    "src/Two.ts": 'export default async () => void document.body.append("two");',
  });
  if (typeof built === "string") throw new Error(built);
  const registered: Record<string, unknown> = {};
  const shopify = {
    extend(target: string, extension: unknown) {
      registered[target] = extension;
    },
  };
  new Function("shopify", await readFile(built.file, "utf8"))(shopify);
  expect(Object.keys(registered)).toEqual(["purchase.thank-you.block.render", "purchase.checkout.block.render"]);
  expect(built).toMatchObject({ handle: "x", apiVersion: "2026-07" });
});

test.each([
  ["an API version that can't be deployed", ["2026-07", "2025-10"], "api_version is older than 2026-01"],
  ["a module that isn't there", ["One.ts", "None.ts"], "./src/None.ts isn't there"],
  [
    "a target that Shopify doesn't have",
    ["thank-you.block", "thanks.block"],
    "purchase.thanks.block.render is no target",
  ],
  ["a handle with spaces", ['handle = "x"', 'handle = "my x"'], "handle"],
  ["a capability that doesn't exist", ["", "[extensions.capabilities]\nnetwork = true"], "network"],
])("an extension with %s is not built", async (_, [from = "", to = ""], message) => {
  const toml = from === "" ? ONE_TARGET + to : ONE_TARGET.replace(from, to);
  expect(await building({ ...UI_EXTENSION, "shopify.extension.toml": toml })).toContain(message);
});

test("a target named twice, or a bundle over 64 KB, is not built", async () => {
  const again = ONE_TARGET.slice(ONE_TARGET.indexOf("[[extensions.targeting]]"));
  expect(await building({ ...UI_EXTENSION, "shopify.extension.toml": ONE_TARGET + again })).toContain("named twice");
  const noise = Array.from({ length: 30_000 }, (_, index) => Math.sin(index).toString(36)).join("");
  const large = `export default async () => void document.body.append("${noise}");`;
  expect(await building({ ...UI_EXTENSION, "src/One.ts": large })).toMatch(/^x is \d+ bytes compressed/);
});

test.each([
  ["a second default", { "locales/fr.default.json": "{}" }, "exactly one *.default.json, and has 2"],
  ["a text missing in one language", { "locales/ja.json": "{}" }, "locales/ja.json lacks hello"],
  [
    "a text the default doesn't know",
    { "locales/fr.json": '{"hello":"{{name}}","bye":"Adieu"}' },
    "locales/fr.json has a bye that the default lacks",
  ],
  ["an empty text", { "locales/de.json": '{"hello":" "}' }, "locales/de.json has nothing at hello"],
  ["other places to fill", { "locales/es.json": '{"hello":"Hola {{nombre}}"}' }, "fills other places at hello"],
])("an extension with %s is not built", async (_, files, message) => {
  expect(await building({ ...UI_EXTENSION, ...files })).toContain(message);
});

test("a language that is missing is named; plural forms are the language's own affair", async () => {
  const { "locales/pt.json": _, ...without } = { ...UI_EXTENSION, "locales/pt.json": "" };
  expect(await building(without)).toContain("locales lacks pt.json");
  const counted = Object.fromEntries(
    Object.keys(LOCALES).map((name) => [
      name,
      name.includes("ja") ? '{"left":{"other":"{{count}}"}}' : '{"left":{"one":"one","other":"{{count}}"}}',
    ]),
  );
  expect(await building({ ...UI_EXTENSION, ...counted })).toMatchObject({ handle: "x" });
});

test("an extension of a type that nobody builds says so", async () => {
  expect(await building({ "shopify.extension.toml": 'type = "web_pixel_extension"\nhandle = "x"' })).toContain(
    "is of type web_pixel_extension",
  );
});
