import { afterAll, expect, test } from "vitest";
import { parseMark } from "#app/core/extract/mark.ts";
import { accessibilityFaults } from "#tests/support/accessibility.ts";
import { byCode, photograph, settled, shiftsOf, startCartBump } from "./cart-bump-stage.ts";
import { napkins } from "./napkins.ts";

const { shop, visit, close } = await startCartBump();
afterAll(close);

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
  // The theme draws its sections anew, and with them a picture that is looked for once more.
  await picture.waitFor({ state: "hidden" });
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
