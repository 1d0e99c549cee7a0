import { afterAll, beforeAll, expect, test } from "vitest";
import { reducedRule, shopWithColours } from "./block-scene.ts";
import { openBlockStage, textOf } from "./block-stage.ts";
import { openCheckoutStage } from "./checkout-stage.ts";
import { cakestandInColours, teaTable } from "./offers.ts";
import { openStage } from "./stage.ts";

let stages: {
  readonly page: Awaited<ReturnType<typeof openStage>>;
  readonly block: Awaited<ReturnType<typeof openBlockStage>>;
  readonly bump: Awaited<ReturnType<typeof openCheckoutStage>>;
};
beforeAll(async () => {
  const [page, block, bump] = [await openStage(), await openBlockStage(), await openCheckoutStage()];
  stages = { page, block, bump };
}, 180_000);
afterAll(() => Promise.all(Object.values(stages).map((stage) => stage.close())));

const HEADLINE = "{product} at {price}";
const REASON = "Goes with {bought}: not {was}, you save {saving}";
const prepared = { kind: "prepared", codes: ["ENCORE-1"], validUntil: Date.now() + 86_400_000 } as const;
const words = { headline: { en: HEADLINE }, reason: { en: REASON } };

test("after the payment the merchant's words name the product and its price, and follow what the shopper picks", async () => {
  const offer = { ...cakestandInColours, headline: HEADLINE, reason: REASON };
  const { page, errors } = await stages.page.visit({ offer });
  await page.getByRole("button", { name: "£13.01" }).waitFor();
  await page.getByText("Regency Cakestand 3 Tier at £10.84").waitFor();
  await page.getByText("Goes with Regency Teacup Roses: not £12.75, you save £1.91").waitFor();
  await page.getByLabel("Option").selectOption("Mint green");
  await page.getByText("Regency Cakestand 3 Tier at £11.86").waitFor();
  await page.getByText("Goes with Regency Teacup Roses: not £13.95, you save £2.09").waitFor();
  expect(errors).toEqual([]);
});

test("a shopper reads amounts as their language writes them", async () => {
  const { page } = await stages.page.visit({ offer: { ...cakestandInColours, headline: HEADLINE }, locale: "de-DE" });
  await page.getByText(/Regency Cakestand 3 Tier at 10,84\s£/).waitFor();
});

test("of a bundle the words name all of it, at the price of all of it", async () => {
  const { page } = await stages.page.visit({ offer: { ...teaTable, headline: HEADLINE } });
  await page
    .getByText("Regency Cakestand 3 Tier, Rose + Paper napkins with roses + Cake forks, set of six at £16.56")
    .waitFor();
});

test("where a field has nothing to say, the page says its own words", async () => {
  const { because: _, ...unprompted } = cakestandInColours;
  const { page } = await stages.page.visit({ offer: { ...unprompted, headline: "For your {bought}", reason: REASON } });
  await page.getByText("Goes well with your order").waitFor();
  expect(await page.locator(".page").innerText()).not.toMatch(/For your|\{|undefined/);
});

test("words and titles are never taken for anything but words", async () => {
  const [product] = cakestandInColours.products;
  if (!product) throw new Error("no product");
  const title = "<img src=x onerror=alert(1)> {price} $&";
  const offer = { ...cakestandInColours, headline: "{product} { price } {}", products: [{ ...product, title }] };
  const { page, errors } = await stages.page.visit({ offer });
  await page.getByText(`${title} { price } {}`, { exact: true }).waitFor();
  expect(errors).toEqual([]);
});

test("the block on the thank-you page fills them at the shopper's own prices", async () => {
  const { page } = await stages.block.visit({
    rules: [reducedRule({}, { words })],
    catalog: shopWithColours,
    app: { prepare: [prepared] },
  });
  await page.getByRole("link", { name: "See it in a new checkout" }).waitFor();
  const text = (await textOf(page)).replace(/\s+/g, " ");
  expect(text).toContain("Regency Cakestand 3 Tier at £10.84");
  expect(text).toContain("Goes with Regency Teacup: not £12.75, you save £1.91");
});

test("the line at checkout fills them too", async () => {
  const { page, tick } = await stages.bump.visit({
    rules: [reducedRule({ surfaces: ["checkout"] }, { words })],
    app: { prepare: [prepared] },
    checkout: { percentOff: { "ENCORE-1": 15 } },
  });
  await tick.waitFor();
  await page.getByText("Goes with Regency Teacup: not £12.75, you save £1.91").waitFor();
});
