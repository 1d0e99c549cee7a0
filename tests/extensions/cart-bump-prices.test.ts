import { afterAll, expect, test } from "vitest";
import type { SurfaceOffer } from "#app/core/extract/surface-offer.ts";
import { accessibilityFaults } from "#tests/support/accessibility.ts";
import { pounds } from "#tests/support/builders.ts";
import { byCode, offeredByCode, photograph, settled, startCartBump } from "./cart-bump-stage.ts";
import { napkins } from "./napkins.ts";

const { shop, visit, close } = await startCartBump();
afterAll(close);

test("an offer with a code appears once the code exists, and keeps the shopper's own codes", async () => {
  const { page, tick } = await visit(byCode);
  await page.getByRole("checkbox", { name: "Add Paper napkins with roses, was £3.50 now £2.97" }).waitFor();
  await photograph(page, "offer-by-code");
  await tick.check();
  await expect.poll(() => shop.codes()).toEqual(["ENCORE-1", "WELCOME"]);
  await expect.poll(() => page.locator("#subtotal").innerText()).toBe(String(2 * 1275 + 298));
  await tick.uncheck();
  await expect.poll(() => shop.codes()).toEqual(["WELCOME"]);
});

test("a code that does nothing in this cart: the price that is charged is said, not the one that was promised", async () => {
  const { page, tick } = await visit({ ...byCode, codes: {} });
  await tick.check();
  await page.getByText("It is in your cart for £3.50").first().waitFor();
  expect(await page.getByRole("checkbox", { name: "Add Paper napkins with roses, £3.50" }).isChecked()).toBe(true);
  await photograph(page, "other-price");
});

test("a code of ours that would cost the shopper their own: they keep theirs, and the cart is as it was", async () => {
  const { page, tick } = await visit({ ...byCode, codesCombine: false });
  await tick.click();
  await page.getByText("This can’t be added right now. Your cart is as it was.").first().waitFor();
  expect(shop.codes()).toEqual(["WELCOME"]);
  expect(shop.lines().length).toBe(1);
  expect(await tick.isChecked()).toBe(false);
  await expect.poll(() => page.locator("#subtotal").innerText()).toBe("2550");
});

test("an offer whose code never comes is not shown", async () => {
  const { page, tick } = await visit({ ...byCode, prepare: [{ kind: "unavailable" }] });
  await expect.poll(() => shop.askedAt("/prepare").length).toBe(1);
  await settled(page);
  expect(await tick.count()).toBe(0);
});

const [napkinsProduct] = napkins.products as [SurfaceOffer["products"][number]];
const [plain] = napkinsProduct.variants as [(typeof napkinsProduct.variants)[number]];
const inColours: SurfaceOffer = {
  ...napkins,
  products: [
    {
      ...napkinsProduct,
      variants: [
        { ...plain, title: "Rose" },
        { ...plain, title: "Mint", variantId: "41005", price: pounds(3.8), offerPrice: pounds(3.8) },
      ],
    },
  ],
};

test("the shopper chooses a colour, and that one is added at its own price", async () => {
  const { page, tick } = await visit({ decide: { kind: "show", offer: inColours } }, { width: 390, height: 844 });
  await page.getByRole("combobox", { name: "Option" }).selectOption({ label: "Mint · £3.80" });
  await page.getByRole("checkbox", { name: "Add Paper napkins with roses, Mint, £3.80" }).waitFor();
  expect(await accessibilityFaults(page)).toEqual([]);
  await photograph(page, "colours-390");
  await tick.check();
  await page.locator('[data-line="41005"]').waitFor();
});

test("a bundle is one tick for all of it, at one price", async () => {
  const teaTable: SurfaceOffer = {
    ...napkins,
    arrangement: "together",
    discount: { kind: "percent", percent: 20 },
    priced: "automatic",
    products: [
      { ...napkinsProduct, pieces: 2 },
      { ...napkinsProduct, productId: "1005", title: "Cake forks", variants: [{ ...plain, variantId: "41005" }] },
    ],
  };
  const { tick, page } = await visit({ decide: { kind: "show", offer: teaTable } });
  const name = "Add these together: 2 × Paper napkins with roses + Cake forks, was £10.80 now £8.64";
  await page.getByRole("checkbox", { name }).waitFor();
  await tick.check();
  await expect
    .poll(() => shop.lines().slice(1))
    .toMatchObject([
      { variant: 41004, quantity: 2 },
      { variant: 41005, quantity: 1 },
    ]);
});

test.each([
  ["yen, without decimals", { currency: "JPY", prices: { 41001: 120_000, 41004: 66_700 } }, "¥667", "¥567"],
  ["dinars, by what the cart says of them", { currency: "KWD", prices: { 41001: 500, 41004: 350 } }, "3.500", "2.975"],
])("writes %s, in the theme's currency by the shop's own prices there", async (_, says, was, now) => {
  const { page } = await visit({ ...byCode, ...says });
  const text = await page.getByRole("checkbox").evaluate((tick) => tick.closest("label")?.textContent);
  expect(text).toContain(was);
  expect(text).toContain(now);
});

test("an amount off in the shop's money is not offered in another", async () => {
  const twoOff: SurfaceOffer = { ...napkins, priced: "code", discount: { kind: "amount", amounts: [pounds(2)] } };
  const { page, tick } = await visit({ ...byCode, decide: { kind: "show", offer: twoOff }, currency: "EUR" });
  await expect.poll(() => shop.askedAt("/decide").length).toBe(1);
  await settled(page);
  expect(await tick.count()).toBe(0);
});

test("the merchant's words name what is offered, at the price this shop asks, and how much less that is", async () => {
  const offer = { ...offeredByCode, reason: "{product} for {bought}: {price}, not {was}, {saving} less" };
  const { page, tick, errors } = await visit({ ...byCode, decide: { kind: "show", offer } });
  await tick.waitFor();
  await page.getByText("Paper napkins with roses for Regency Teacup Roses: £2.97, not £3.50, £0.53 less").waitFor();
  expect(errors).toEqual([]);
});
