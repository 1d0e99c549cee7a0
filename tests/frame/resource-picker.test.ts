import type { Browser, BrowserContext, Frame, Page } from "playwright-core";
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from "vitest";
import { launchBrowser, newVisitor } from "#tests/support/browser.ts";
import { openAppIn, openStage, type Stage } from "./stage.ts";

let browser: Browser;
let stage: Stage;
let visitor: BrowserContext;
let page: Page;
let app: Frame;

beforeAll(async () => {
  [browser, stage] = await Promise.all([launchBrowser(), openStage()]);
});
afterAll(async () => {
  await browser.close();
  await stage.close();
});
beforeEach(async () => {
  visitor = await newVisitor(browser);
  await visitor.route("**/pictures/**", (route) => route.fulfill({ status: 204 }));
  page = await visitor.newPage();
  app = await openAppIn(page, stage);
});
afterEach(() => visitor.close());

interface Picked {
  readonly id: string;
  readonly title: string;
  readonly price?: string;
  readonly variants?: readonly { readonly id: string }[];
}

/** Opens the picker in the app; the promise is what the app gets. */
async function openPicker(options: object): Promise<{ readonly picked: Promise<Picked[] | undefined> }> {
  const picked = app.evaluate<Picked[] | undefined>(`shopify.resourcePicker(${JSON.stringify(options)})`);
  await page.getByRole("dialog").locator(".picker-row").first().waitFor();
  return { picked };
}

const gidOf = (kind: string, id: number | undefined) => `gid://shopify/${kind}/${id}`;
const [first, second] = [0, 1].map((index) => () => {
  const product = stage.store.products().filter(({ variants }) => variants.length === 1)[index];
  if (!product) throw new Error("the catalogue has too few products");
  return product;
}) as [() => ReturnType<Stage["store"]["products"]>[number], () => ReturnType<Stage["store"]["products"]>[number]];
const withChoices = () => {
  const product = stage.store.products().find(({ variants }) => variants.length > 2);
  if (!product) throw new Error("the catalogue has no product with choices");
  return product;
};

test("several products come back in the order of choosing, each with its variants and price", async () => {
  const { picked } = await openPicker({ type: "product", multiple: true });
  await page.getByRole("checkbox", { name: second().title, exact: true }).check();
  await page.getByRole("checkbox", { name: first().title, exact: true }).check();
  await page.getByText("2 products selected").waitFor();
  await page.getByRole("button", { name: "Add" }).click();
  const answer = (await picked) ?? [];
  expect(answer.map(({ title }) => title)).toEqual([second().title, first().title]);
  expect(answer[0]?.id).toBe(gidOf("Product", second().id));
  expect(answer[0]?.variants?.[0]?.id).toBe(gidOf("ProductVariant", second().variants[0]?.id));
});

test("where one may be chosen a second choice takes its place", async () => {
  const { picked } = await openPicker({ type: "product", action: "select" });
  await page.getByRole("checkbox", { name: first().title, exact: true }).check();
  await page.getByRole("checkbox", { name: second().title, exact: true }).check();
  await page.getByText("1/1 products selected").waitFor();
  await page.getByRole("button", { name: "Select" }).click();
  expect((await picked)?.map(({ title }) => title)).toEqual([second().title]);
});

test("what was chosen before is ticked, and can be taken away", async () => {
  const selectionIds = [{ id: gidOf("Product", first().id) }, { id: gidOf("Product", second().id) }];
  const { picked } = await openPicker({ type: "product", multiple: true, selectionIds });
  expect(await page.getByRole("checkbox", { name: first().title, exact: true }).isChecked()).toBe(true);
  await page.getByRole("checkbox", { name: first().title, exact: true }).uncheck();
  await page.getByRole("button", { name: "Add" }).click();
  expect((await picked)?.map(({ title }) => title)).toEqual([second().title]);
});

test("some variants of a product can be chosen, and the product says so", async () => {
  const product = withChoices();
  const [variant] = product.variants;
  const { picked } = await openPicker({ type: "product", query: product.title });
  await page.getByRole("checkbox", { name: `${product.title}, ${variant?.title}`, exact: true }).check();
  const whole = page.getByRole("checkbox", { name: product.title, exact: true });
  expect(await whole.evaluate((box: HTMLInputElement) => box.indeterminate)).toBe(true);
  await page.getByRole("button", { name: "Add" }).click();
  expect((await picked)?.[0]?.variants?.map(({ id }) => id)).toEqual([gidOf("ProductVariant", variant?.id)]);
});

test("a picker of variants hands over the variant itself, never more than may be chosen", async () => {
  const product = withChoices();
  const [one, two, three] = product.variants.map(({ title }) => `${product.title}, ${title}`);
  const { picked } = await openPicker({ type: "variant", multiple: 2, query: product.title });
  for (const name of [one, two, three]) await page.getByRole("checkbox", { name: name ?? "", exact: true }).click();
  await page.getByText("2/2 variants selected").waitFor();
  await expect.poll(() => page.getByRole("checkbox", { name: three ?? "", exact: true }).isChecked()).toBe(false);
  await page.getByRole("button", { name: "Add" }).click();
  expect((await picked)?.map(({ id }) => id)).toEqual(
    product.variants.slice(0, 2).map(({ id }) => gidOf("ProductVariant", id)),
  );
});

test("a search narrows the list, the app's own filter always does, and nothing found says so", async () => {
  const { picked } = await openPicker({ type: "product", filter: { query: `product_type:"${first().type}"` } });
  const types = stage.store.products().filter(({ type }) => type === first().type);
  expect(await page.locator(".picker-row:not(.variant-row)").count()).toBe(types.length);
  await page.getByRole("searchbox", { name: "Search products" }).fill("no such thing");
  await page.getByText("Nothing fits these words.").waitFor();
  // The first press clears the words, as in every search field of Chromium.
  await page.keyboard.press("Escape");
  await page.locator(".picker-row").first().waitFor();
  await page.keyboard.press("Escape");
  expect(await picked).toBeUndefined();
});

test("a collection that is picked is the one the Admin API knows by that id, with how much it holds", async () => {
  const { picked } = await openPicker({ type: "collection" });
  await page.getByRole("checkbox", { name: "Staff Picks", exact: true }).check();
  await page.getByRole("button", { name: "Add" }).click();
  const collection = stage.store.collections().find(({ handle }) => handle === "staff-picks");
  expect(await picked).toMatchObject([
    { id: gidOf("Collection", collection?.id), title: "Staff Picks", productsCount: 6, sortOrder: "MANUAL" },
  ]);
});

test("the keyboard is enough: arrows move, Space chooses, Escape gives up", async () => {
  const { picked } = await openPicker({ type: "collection", multiple: true });
  await page.keyboard.press("ArrowDown");
  await page.keyboard.press("Space");
  await page.keyboard.press("ArrowDown");
  await page.keyboard.press("Space");
  await page.getByText("2 collections selected").waitFor();
  await page.getByRole("button", { name: "Add" }).press("Enter");
  expect(await picked).toHaveLength(2);
});
