import { readFile } from "node:fs/promises";
import { expect, test } from "vitest";
import { buildExtensions } from "../../scripts/build-extensions.ts";

/** As `shopify app deploy` builds: no APP_URL in the environment, whoever runs the tests. */
async function deployed() {
  delete process.env.APP_URL;
  const built = (await buildExtensions()).find(({ handle }) => handle === "post-purchase");
  if (!built) throw new Error("extensions/post-purchase was not built");
  return { ...built, code: await readFile(built.file, "utf8") };
}

test("the deployed bundle knows the app's address from shopify.app.toml", async () => {
  const { code, file } = await deployed();
  const toml = await readFile("shopify.app.toml", "utf8");
  const address = /^application_url = "(https:\/\/[^"/]+)/m.exec(toml)?.[1];
  expect(address).toBeDefined();
  expect(code).toContain(`"${address}"`);
  expect(file.endsWith("extensions/post-purchase/dist/post-purchase.js")).toBe(true);
});

test("the bundle reaches for no process: the worker has none and would throw", async () => {
  const { code } = await deployed();
  expect(code).not.toMatch(/(?<![\w$."'])process\b/);
  expect(code).not.toContain("process.env");
});

test("a shopper downloads less than 8 KB, whichever way it is compressed", async () => {
  const { size } = await deployed();
  expect(size.deflate).toBeLessThan(8 * 1024);
  expect(size.brotli).toBeLessThan(8 * 1024);
});

test("the bundle carries no validation library, and no built-in later than the worker promises", async () => {
  const { code } = await deployed();
  expect(code).not.toMatch(/zod|ZodError/i);
  const later = ["getOwnPropertyDescriptors", "Object.entries", "Object.values", "fromEntries", "BigInt"];
  const laterMethods = ["padStart", "replaceAll", ".flatMap(", ".finally(", ".at(", ".findLast(", ".toSorted("];
  for (const name of [...later, ...laterMethods]) {
    expect(code, name).not.toContain(name);
  }
});
