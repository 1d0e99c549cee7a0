import { afterAll, beforeAll, expect, test } from "vitest";
import { parseMark } from "#app/core/extract/mark.ts";
import { accessibilityFaults } from "#tests/support/accessibility.ts";
import { DOWN } from "./block-app.ts";
import { CAKESTAND_MINT, pageLine, plainRule, reducedRule, shopWithColours } from "./block-scene.ts";
import { bumpRule, type CheckoutStage, openCheckoutStage } from "./checkout-stage.ts";

let stage: CheckoutStage;
beforeAll(async () => {
  stage = await openCheckoutStage();
}, 120_000);
afterAll(() => stage.close());

const PLAIN = "Add Regency Cakestand 3 Tier, £12.75";
const REDUCED = "Add Regency Cakestand 3 Tier, £10.84 instead of £12.75";
const byCode = {
  rules: [reducedRule({ surfaces: ["checkout"] })],
  app: { prepare: [{ kind: "prepared", codes: ["ENCORE-1"], validUntil: Date.now() + 86_400_000 }] },
  checkout: { percentOff: { "ENCORE-1": 15 } },
} as const;

const kinds = () => stage.app.heardAt("event").map(({ body }) => body.kind);
const pause = (milliseconds: number) => new Promise((resolve) => setTimeout(resolve, milliseconds));

test("one unticked line with its price and what it does to the total; nothing else is asked of the buyer", async () => {
  const { page, tick, errors, visit } = await stage.visit();
  await page.getByRole("checkbox", { name: PLAIN }).waitFor();
  expect(await tick.count()).toBe(1);
  expect(await tick.isChecked()).toBe(false);
  const text = await page.locator("#block .block").innerText();
  expect(text).toContain("Goes with your Regency Teacup");
  expect(text).toContain("Total with it: £60.95, before its shipping and taxes");
  await expect.poll(kinds).toEqual(["impression"]);
  expect(visit.firstPaintMs).toBeDefined();
  expect(await accessibilityFaults(page)).toEqual([]);
  expect(errors).toEqual([]);
  await stage.photograph(page, "offer");
});

test("one tick adds it under our mark, the price is the line's own, and the same tick takes it out", async () => {
  const { page, tick, checkout, errors } = await stage.visit();
  await tick.waitFor();
  await tick.focus();
  await page.keyboard.press("Space");
  await expect.poll(() => checkout.lines().length).toBe(2);
  await expect.poll(kinds).toEqual(["impression", "accept"]);
  expect(await tick.isChecked()).toBe(true);
  expect(await page.getByRole("checkbox", { name: PLAIN }).count()).toBe(1);
  expect(await page.getByText("Regency Cakestand 3 Tier is in your order.").count()).toBe(1);
  const [{ attributes }] = checkout.asked as unknown as [{ attributes: { key: string; value: string }[] }];
  expect(attributes.map(({ key }) => key)).toEqual(["_encore"]);
  expect(parseMark(attributes[0]?.value ?? "")).toEqual({
    surface: "checkout",
    rule: "teacups-to-cakestand",
    version: 7,
    step: 1,
    reference: "c1-reference",
  });
  await stage.photograph(page, "added");
  expect(await accessibilityFaults(page)).toEqual([]);
  await page.keyboard.press("Space");
  await expect.poll(() => checkout.lines().length).toBe(1);
  await expect.poll(kinds).toEqual(["impression", "accept", "undo"]);
  expect(await tick.isChecked()).toBe(false);
  await page.getByText("has been taken out of your order").waitFor({ state: "attached" });
  expect(errors).toEqual([]);
});

test("opened again with it in the order: ticked, and out with one tick", async () => {
  const first = await stage.visit();
  await first.tick.check();
  await expect.poll(() => first.checkout.lines().length).toBe(2);
  const again = await stage.visit({ checkout: { lines: first.checkout.lines() } });
  await again.tick.waitFor();
  expect(await again.tick.isChecked()).toBe(true);
  await again.tick.uncheck();
  await expect.poll(() => again.checkout.lines().length).toBe(1);
  await expect.poll(() => again.tick.isChecked()).toBe(false);
});

test("an offer by code is drawn once its code exists, adds it with the line, and takes both away", async () => {
  const { page, tick, checkout } = await stage.visit(byCode);
  await page.getByRole("checkbox", { name: REDUCED }).waitFor();
  await stage.photograph(page, "by-code");
  await tick.check();
  await expect.poll(() => checkout.codes()).toEqual(["ENCORE-1"]);
  await page.getByRole("checkbox", { name: REDUCED, checked: true }).waitFor();
  await tick.uncheck();
  await expect.poll(() => checkout.codes()).toEqual([]);
  expect(checkout.lines().length).toBe(1);
});

test("a code that Shopify refuses leaves nothing behind: nobody pays more than was said", async () => {
  const { page, tick, checkout } = await stage.visit({ ...byCode, checkout: { refuses: "codes" } });
  await tick.click();
  await page.getByText("This can’t be added right now. Your order is as it was.").waitFor();
  await expect.poll(() => checkout.lines().length).toBe(1);
  await expect.poll(() => tick.isChecked()).toBe(false);
  expect(kinds()).not.toContain("accept");
});

test("a code of ours that would cost the buyer their own: they keep theirs, and the order is as it was", async () => {
  const given = { percentOff: { "ENCORE-1": 15 }, codes: ["WELCOME"], codesCombine: false };
  const { page, tick, checkout } = await stage.visit({ ...byCode, checkout: given });
  await tick.click();
  await page.getByText("This can’t be added right now. Your order is as it was.").waitFor();
  expect(checkout.codes()).toEqual(["WELCOME"]);
  expect(checkout.lines().length).toBe(1);
});

test("an offer whose code can't be made is not drawn", async () => {
  const { tick } = await stage.visit({ ...byCode, app: { prepare: [{ kind: "unavailable" }] } });
  await expect.poll(() => stage.app.heardAt("prepare").length).toBe(1);
  await pause(300);
  expect(await tick.count()).toBe(0);
});

test("a discount that does not come about: the price that is charged is said, and how to take it out", async () => {
  const { page, tick } = await stage.visit({ ...byCode, checkout: { percentOff: {} } });
  await tick.check();
  await page.getByText("It is in your order for £12.75").waitFor();
  expect(await page.getByRole("checkbox", { name: PLAIN, checked: true }).count()).toBe(1);
  await stage.photograph(page, "other-price");
});

test("sold out between showing and ticking: one calm sentence, the order as it was", async () => {
  const { page, tick, checkout, errors } = await stage.visit({ checkout: { refuses: "lines" } });
  await tick.click();
  await page.getByText("This can’t be added right now. Your order is as it was.").waitFor();
  await expect.poll(() => tick.isChecked()).toBe(false);
  expect(checkout.lines().length).toBe(1);
  expect(errors).toEqual([]);
  await stage.photograph(page, "refused");
});

test("what Shopify won't take out stays ticked, and that is said", async () => {
  const { page, tick, checkout } = await stage.visit();
  await tick.check();
  await expect.poll(() => checkout.lines().length).toBe(2);
  await expect.poll(kinds).toContain("accept");
  await checkout.become({ refuses: "removing" });
  await tick.click();
  await page.getByText("This could not be taken out. Please try again.").waitFor();
  await expect.poll(() => tick.isChecked()).toBe(true);
});

test.each([
  ["lines can't be added", { canAddCartLine: false }, {}],
  ["lines can't be taken out again", { canRemoveCartLine: false }, {}],
  ["a code is needed and codes can't be changed", { canUpdateDiscountCodes: false }, byCode],
])("hides where %s", async (_, instructions, scene) => {
  const { page, tick, errors } = await stage.visit({ ...scene, checkout: instructions });
  await pause(700);
  expect(await tick.count()).toBe(0);
  expect((await page.locator("#block .block").innerText()).trim()).toBe("");
  expect(kinds()).toEqual([]);
  expect(errors).toEqual([]);
});

test("the app down: what needs nothing from it is offered and can be added", async () => {
  const { tick, checkout } = await stage.visit({ app: DOWN, asksApp: true });
  await tick.check();
  await expect.poll(() => checkout.lines().length).toBe(2);
});

test("a buyer who changes their mind while Shopify is still working gets what they wanted last", async () => {
  const { tick, checkout } = await stage.visit({ checkout: { takesMs: 250 } });
  await tick.click();
  await tick.click();
  await expect.poll(() => checkout.asked.map(({ type }) => type)).toEqual(["addCartLine", "removeCartLine"]);
  await expect.poll(() => checkout.lines().length).toBe(1);
  await expect.poll(() => tick.isChecked()).toBe(false);
});

test("the cart changes under it: decided anew; what is ticked stays", async () => {
  const { page, tick, checkout } = await stage.visit();
  await tick.waitFor();
  const other = pageLine({
    merchandise: {
      ...pageLine().merchandise,
      id: "gid://shopify/ProductVariant/78",
      product: { id: "gid://shopify/Product/77", vendor: "", productType: "" },
    },
  });
  await checkout.become({ lines: [other as never] });
  await tick.waitFor({ state: "detached" });
  await checkout.become({ lines: [pageLine() as never] });
  await page.getByRole("checkbox", { name: PLAIN }).waitFor();
  await tick.check();
  await expect.poll(() => checkout.lines().length).toBe(2);
  await checkout.become({ lines: checkout.lines().map((line) => ({ ...line, quantity: line.quantity + 1 })) });
  await page.getByRole("checkbox", { name: "Add 2 × Regency Cakestand 3 Tier, £25.50", checked: true }).waitFor();
  expect(await page.getByText("the discount does not work").count()).toBe(0);
});

test("a colour to choose: the line says it, and that one is added", async () => {
  const gid = `gid://shopify/ProductVariant/${CAKESTAND_MINT}`;
  const checkout = { prices: { [gid]: 13.95 }, titles: { [gid]: "Regency Cakestand 3 Tier" } };
  const { page, tick, checkout: held } = await stage.visit({ catalog: shopWithColours, checkout });
  await page.getByLabel("Colour").selectOption("Mint green · £13.95");
  await page.getByRole("checkbox", { name: "Add Regency Cakestand 3 Tier, Mint green, £13.95" }).waitFor();
  await stage.photograph(page, "colours");
  expect(await accessibilityFaults(page)).toEqual([]);
  await tick.check();
  await expect.poll(() => held.asked[0]?.merchandiseId).toBe(gid);
});

test.each([
  ["fr", "Ajouter Regency Cakestand 3 Tier, 10,84 £GB au lieu de 12,75 £GB"],
  ["de", "Regency Cakestand 3 Tier hinzufügen, 10,84 £ statt 12,75 £"],
  ["es", "Añadir Regency Cakestand 3 Tier, 10,84 GBP en lugar de 12,75 GBP"],
  ["pt", "Adicionar Regency Cakestand 3 Tier, £ 10,84 em vez de £ 12,75"],
  ["ja", "Regency Cakestand 3 Tierを追加：£10.84（通常価格 £12.75）"],
])("speaks %s", async (locale, name) => {
  const { page, tick, errors } = await stage.visit({ ...byCode, locale });
  await tick.waitFor();
  const text =
    (await page.getByRole("checkbox").evaluate((box) => (box as HTMLInputElement).labels?.[0]?.textContent)) ?? "";
  expect(text.replace(/\s/g, " ").trim()).toBe(name);
  expect(errors).toEqual([]);
});

test("on a page that is read from right to left, what is said in English keeps its own order", async () => {
  const { page, tick } = await stage.visit({ ...byCode, locale: "ar" });
  await tick.waitFor();
  const text = await tick.evaluate((box) => (box as HTMLInputElement).labels?.[0]?.textContent?.trim());
  expect(text).toMatch(/^\u2068Add Regency Cakestand 3 Tier, .+ instead of .+\u2069$/);
  expect(await page.getByText(/^\u2068Total with it: .+ taxes\u2069$/).count()).toBe(1);
});

test("writes yen without decimals, by the prices the shop asks there", async () => {
  const yen = (minor: number) => ({ minor, currency: "JPY" as never });
  const scene = {
    ...byCode,
    currency: "JPY",
    checkout: { currency: "JPY" },
    prices: { 2002: yen(2_400), 2001: yen(500) },
  };
  const { page } = await stage.visit(scene);
  await page.getByRole("checkbox", { name: "Add Regency Cakestand 3 Tier, ¥2,040 instead of ¥2,400" }).waitFor();
});

test("in the checkout editor it says what will stand there, and tells nobody", async () => {
  const { page } = await stage.visit({ editor: true, rules: [] });
  await page.getByText("When an offer fits the order, it stands here.").waitFor();
  expect(kinds()).toEqual([]);
});

test("a rule of another page is not offered here", async () => {
  expect(bumpRule.surfaces).toEqual(["checkout"]);
  const { tick } = await stage.visit({ rules: [plainRule()] });
  await pause(700);
  expect(await tick.count()).toBe(0);
});
