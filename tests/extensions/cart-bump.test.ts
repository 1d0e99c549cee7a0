import { mkdir } from "node:fs/promises";
import { join } from "node:path";
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { parseMark } from "#app/core/extract/mark.ts";
import type { SurfaceOffer } from "#app/core/extract/surface-offer.ts";
import { accessibilityFaults } from "#tests/support/accessibility.ts";
import { launchBrowser, newVisitor } from "#tests/support/browser.ts";
import { pounds } from "#tests/support/builders.ts";
import { buildExtension } from "../../scripts/build-extensions.ts";
import { type CartShopSays, startCartShop } from "./cart-shop.ts";
import { napkins, teacupCart } from "./napkins.ts";

const PICTURES = join(import.meta.dirname, "../.artifacts/cart-bump");

const offeredByCode: SurfaceOffer = { ...napkins, discount: { kind: "percent", percent: 15 }, priced: "code" };
const byCode: Partial<CartShopSays> = {
  decide: { kind: "show", offer: offeredByCode },
  prepare: [
    { kind: "not-yet", afterMs: 1 },
    { kind: "prepared", codes: ["ENCORE-1"], validUntil: 0 },
  ],
  codes: { "ENCORE-1": { variant: 41004, percent: 15 } },
  buyersCodes: ["WELCOME"],
};

let browser: Browser;
let shop: Awaited<ReturnType<typeof startCartShop>>;
beforeAll(async () => {
  await Promise.all([
    buildExtension(join(import.meta.dirname, "../../extensions/cart-bump")),
    mkdir(PICTURES, { recursive: true }),
  ]);
  [browser, shop] = await Promise.all([launchBrowser(), startCartShop()]);
}, 60_000);
afterAll(() => Promise.all([browser.close(), shop.close()]));

async function visit(says: Partial<CartShopSays> = {}, viewport = { width: 1280, height: 900 }) {
  await shop.open({ ...teacupCart, ...says });
  const visitor = await newVisitor(browser, { viewport });
  const page = await visitor.newPage();
  const errors: string[] = [];
  page.on("pageerror", (error) => errors.push(error.message));
  await page.addInitScript(() => {
    const shifts = { total: 0 };
    Object.assign(window, { shifts });
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries()) shifts.total += (entry as unknown as { value: number }).value;
    }).observe({ type: "layout-shift", buffered: true });
  });
  await page.goto(shop.cartPage);
  return { page, errors, tick: page.getByRole("checkbox") };
}

const shiftsOf = (page: Page) => page.evaluate(() => (window as unknown as { shifts: { total: number } }).shifts.total);
const settled = (page: Page) => page.waitForTimeout(250);

async function photograph(page: Page, name: string) {
  await page.screenshot({ path: join(PICTURES, `${name}.png`) });
}

test("a shopper reads one unticked line with its price, and nothing on the page has moved for it", async () => {
  for (const [width, height] of [
    [390, 844],
    [1280, 900],
  ] as const) {
    const { page, tick, errors } = await visit({}, { width, height });
    await tick.waitFor();
    expect(await tick.isChecked()).toBe(false);
    expect(await page.getByRole("checkbox", { name: "Add Paper napkins with roses, £3.50" }).count()).toBe(1);
    const text = await page.locator("encore-cart-offer").innerText();
    expect(text).toContain("Goes with Regency Teacup Roses");
    expect(text).toContain("Total with it: £29.00");
    await settled(page);
    expect(await shiftsOf(page)).toBe(0);
    expect(await accessibilityFaults(page)).toEqual([]);
    expect(errors).toEqual([]);
    await photograph(page, `offer-${width}`);
  }
});

test("one tick adds the line, the theme's own sections show it, and the line carries our mark", async () => {
  const { page, tick } = await visit();
  await tick.focus();
  await page.keyboard.press("Space");
  await page.locator('[data-line="41004"]').waitFor();
  await expect.poll(() => page.locator("#subtotal").innerText()).toBe("2900");
  expect(await tick.isChecked()).toBe(true);
  expect(await tick.evaluate((element) => element === document.activeElement)).toBe(true);
  expect(await page.getByRole("status").innerText()).toBe("Paper napkins with roses is in your cart.");
  const [, added] = shop.lines();
  expect(parseMark(String(added?.properties._encore))).toEqual({
    surface: "cart",
    rule: "napkins",
    version: 3,
    step: 1,
    reference: "cart-1",
  });
  await expect.poll(() => shop.askedAt("/event").map(({ kind }) => kind)).toEqual(["impression", "accept"]);
  expect(shop.askedAt("/event")[1]?.items).toEqual([{ variantId: "41004", quantity: 1 }]);
  await settled(page);
  expect(shop.askedAt("/decide").length).toBe(1);
  expect(await accessibilityFaults(page)).toEqual([]);
  await photograph(page, "added");
});

test("a second tick takes it out again, also on the next page", async () => {
  const { page, tick } = await visit();
  await tick.check();
  await page.locator('[data-line="41004"]').waitFor();
  await page.reload();
  await tick.waitFor();
  expect(await tick.isChecked()).toBe(true);
  await tick.uncheck();
  await page.locator('[data-line="41004"]').waitFor({ state: "detached" });
  expect(shop.lines().map(({ variant }) => variant)).toEqual([41001]);
  expect(await page.getByRole("status").innerText()).toContain("has been taken out of your cart");
  await expect.poll(() => shop.askedAt("/event").map(({ kind }) => kind)).toEqual(["impression", "accept", "undo"]);
});

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

test("sold out between showing and ticking: one calm sentence, and the cart as it was", async () => {
  const { page, tick, errors } = await visit();
  await tick.waitFor();
  shop.sellOut(41004);
  await tick.click();
  await page.getByText("This can’t be added right now. Your cart is as it was.").first().waitFor();
  expect(await tick.isChecked()).toBe(false);
  expect(shop.lines().length).toBe(1);
  expect(shop.askedAt("/event").map(({ kind }) => kind)).not.toContain("accept");
  expect(errors).toEqual([]);
  await photograph(page, "sold-out");
});

test.each([
  ["the app is down", { decide: "silent" as const }],
  ["the app refuses", { decide: { status: 500 } }],
  ["nothing fits", { decide: { kind: "nothing" as const } }],
  ["it was answered before", { decide: { kind: "answered" as const, answer: "declined" as const } }],
  ["the product is sold out", { soldOut: [41004] }],
  ["the product is gone", { handles: { napkins: [] } }],
])("when %s the cart is as the theme made it", async (_, says) => {
  const { page, errors } = await visit(says);
  await expect.poll(() => shop.askedAt("/decide").length).toBe(1);
  await settled(page);
  expect(await page.locator("encore-cart-offer > *").count()).toBe(0);
  expect(await page.locator("encore-cart-offer").evaluate((offer) => offer.clientHeight)).toBe(0);
  expect(await page.getByRole("button", { name: "Check out" }).count()).toBe(1);
  expect(errors).toEqual([]);
});

test("a cart that changes under the offer is decided for anew", async () => {
  const { page, tick } = await visit();
  await tick.waitFor();
  await page.evaluate(() =>
    fetch("/cart/add.js", {
      method: "POST",
      body: JSON.stringify({ items: [{ id: 41005, quantity: 1, properties: {} }] }),
    }),
  );
  await expect.poll(() => shop.askedAt("/decide").length).toBe(2);
  expect(shop.askedAt("/decide")[1]).toMatchObject({
    purchase: { lines: [{ variant: "41001" }, { variant: "41005" }] },
  });
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

test.each([
  ["fr", "Ajouter Paper napkins with roses, avant 3,50 £GB maintenant 2,97 £GB", "15 % de réduction"],
  ["de", "Paper napkins with roses hinzufügen, vorher 3,50 £ jetzt 2,97 £", "15 % Rabatt"],
  ["es", "Añadir Paper napkins with roses, antes 3,50 GBP ahora 2,97 GBP", "15 % de descuento"],
  ["pt", "Adicionar Paper napkins with roses, antes £ 3,50 agora £ 2,97", "15% de desconto"],
  ["ja", "Paper napkins with rosesを追加 通常価格 £3.50 今回の価格 £2.97", "15%オフ"],
])("speaks %s where the theme does", async (locale, line, off) => {
  const { page, tick } = await visit({ ...byCode, locale });
  await tick.waitFor();
  const text = (await page.locator("encore-cart-offer").evaluate((offer) => offer.textContent ?? "")).replace(
    /\s/g,
    " ",
  );
  expect(text).toContain(line);
  expect(text).toContain(off);
  expect(text).not.toMatch(/translation|\{/);
});

test("a picture that can't be had leaves no broken frame, whatever is drawn after", async () => {
  const image = { url: "/no-such-picture.svg", description: "Napkins" };
  const offer = { ...napkins, products: napkins.products.map((product) => ({ ...product, image })) };
  const { page, tick } = await visit({ decide: { kind: "show", offer } });
  await tick.waitFor();
  const picture = page.locator(".encore-offer__picture");
  await picture.waitFor({ state: "hidden" });
  await tick.check();
  await page.locator('[data-line="41004"]').waitFor();
  expect(await picture.isVisible()).toBe(false);
});

test("in a theme that is read from right to left, words that are not keep their order, at the right", async () => {
  const { page, tick } = await visit(byCode);
  await tick.waitFor();
  await page.evaluate(() => {
    document.documentElement.dir = "rtl";
  });
  const [percent, total, gap] = await page.locator(".encore-offer__note").evaluate((note) => {
    const range = document.createRange();
    const leftOf = (word: string) => {
      const text = note.firstChild as Text;
      const at = text.data.indexOf(word);
      range.setStart(text, at);
      range.setEnd(text, at + word.length);
      return range.getBoundingClientRect().left;
    };
    const lefts = [leftOf("15"), leftOf("Total")] as const;
    const why = document.querySelector(".encore-offer__why") ?? note;
    range.selectNodeContents(why);
    return [...lefts, why.getBoundingClientRect().right - range.getBoundingClientRect().right] as const;
  });
  expect(percent).toBeLessThan(total);
  expect(Math.abs(gap)).toBeLessThan(1);
});

test("in a drawer it is asked for when the drawer opens, and stays when the theme renders the drawer again", async () => {
  const { page, tick, errors } = await visit({ drawer: true });
  await settled(page);
  expect(shop.askedAt("/decide")).toEqual([]);
  await page.locator("#open").click();
  await tick.waitFor();
  expect(await page.locator("encore-cart-offer + .drawer__footer").count()).toBe(1);
  await photograph(page, "drawer");
  await tick.check();
  await page.locator('[data-line="41004"]').waitFor();
  expect(await tick.isChecked()).toBe(true);
  expect(await tick.evaluate((element) => element === document.activeElement)).toBe(true);
  await tick.uncheck();
  await page.locator('[data-line="41004"]').waitFor({ state: "detached" });
  expect(await tick.isChecked()).toBe(false);
  expect(await accessibilityFaults(page, "cart-drawer")).toEqual([]);
  expect(await shiftsOf(page)).toBe(0);
  expect(errors).toEqual([]);
});

test("the merchant's words name what is offered, at the price this shop asks, and how much less that is", async () => {
  const offer = { ...offeredByCode, reason: "{product} for {bought}: {price}, not {was}, {saving} less" };
  const { page, tick, errors } = await visit({ ...byCode, decide: { kind: "show", offer } });
  await tick.waitFor();
  await page.getByText("Paper napkins with roses for Regency Teacup Roses: £2.97, not £3.50, £0.53 less").waitFor();
  expect(errors).toEqual([]);
});
