import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import type { Currency } from "#app/core/values/currency.ts";
import type { Money } from "#app/core/values/money.ts";
import { accessibilityFaults } from "#tests/support/accessibility.ts";
import { pounds } from "#tests/support/builders.ts";
import { plainRule, reducedRule, type Scene, shopWithColours } from "./block-scene.ts";
import { openBlockStage, type Stage, textOf } from "./block-stage.ts";

let stage: Stage;
beforeAll(async () => {
  stage = await openBlockStage();
}, 120_000);
afterAll(() => stage.close());

const EXTENSIONS = join(import.meta.dirname, "../../extensions");
const prepared = { kind: "prepared", codes: ["ENCORE-1"], validUntil: Date.parse("2126-11-29T18:00:00Z") } as const;

async function wordsIn(handle: string, language: string): Promise<Record<string, string>> {
  return JSON.parse(await readFile(join(EXTENSIONS, handle, "locales", `${language}.json`), "utf8"));
}

async function offered(scene: Scene) {
  const visit = await stage.visit(scene);
  await visit.page.getByRole("link").waitFor();
  const text = (await textOf(visit.page)).replace(/\s+/g, " ");
  expect(visit.errors).toEqual([]);
  return { ...visit, text };
}

const reduced: Scene = {
  catalog: shopWithColours,
  rules: [reducedRule({}, { quantityMost: 3 })],
  app: { prepare: [prepared] },
};

test.each([
  ["en-GB", "Valid until Friday 29 November"],
  ["fr", "Valable jusqu’au vendredi 29 novembre"],
  ["de", "Gültig bis Freitag, 29. November"],
  ["es", "Válido hasta el viernes, 29 de noviembre"],
  ["pt-BR", "Válido até sexta-feira, 29 de novembro"],
  ["ja", "11月29日金曜日"],
])("is read in %s, dates and amounts included", async (locale, date) => {
  const { text, page } = await offered({ ...reduced, locale });
  const words = await wordsIn("thank-you-offer", locale === "en-GB" ? "en.default" : locale.slice(0, 2));
  for (const key of ["shippingLater", "withCode", "opensCheckout", "accept", "decline"])
    expect(text).toContain(words[key]);
  expect(text).toContain(date);
  expect(text).toMatch(/12[.,]75/);
  expect(text).not.toMatch(/\{\{|undefined/);
  await stage.photograph(page, `in-${locale}`);
});

test("the two blocks speak with the same words", async () => {
  for (const language of ["en.default", "fr", "de", "es", "pt", "ja"]) {
    expect(await wordsIn("order-status-offer", language)).toEqual(await wordsIn("thank-you-offer", language));
  }
});

test("who reads another language reads English, and the merchant's words in it", async () => {
  const words = { headline: { en: "One thing more", de: "Noch etwas" }, reason: { en: "From the same kiln" } };
  const { text } = await offered({ rules: [plainRule({}, { words })], locale: "nl" });
  expect(text).toContain("One thing more From the same kiln Regency Cakestand 3 Tier");
  expect(text).toContain("Not for me");
});

test("the merchant's own words are in the shopper's language", async () => {
  const words = { headline: { en: "One thing more", de: "Noch etwas" }, reason: { en: "From the same kiln" } };
  const { text } = await offered({ rules: [plainRule({}, { words })], locale: "de-CH" });
  expect(text).toContain("Noch etwas Passt gut zu Regency Teacup");
});

test("on a page that is read from right to left the picture is at the right", async () => {
  const { page } = await offered({ ...reduced, locale: "ar", direction: "rtl" });
  const picture = await page.getByRole("img").boundingBox();
  const heading = await page.getByRole("heading", { name: "Regency Cakestand 3 Tier" }).boundingBox();
  expect(picture?.x).toBeGreaterThan(heading?.x ?? Number.POSITIVE_INFINITY);
  await stage.photograph(page, "right-to-left");
});

const inMoney = (minor: number, currency: string): Money => ({ minor, currency: currency as Currency });

test.each([
  ["JPY", 2_400, "￥2,400", "￥2,040", "ja"],
  ["KWD", 12_750, "KWD 12.750", "KWD 10.837", "en"],
  ["EUR", 1_499, "14,99 €", "12,74 €", "de"],
])("prices in %s are the shopper's own, with that currency's decimals", async (currency, minor, was, now, locale) => {
  const { text } = await offered({
    rules: [reducedRule()],
    app: { prepare: [prepared] },
    currency,
    locale,
    prices: { "2002": inMoney(minor, currency) },
  });
  expect(text).toContain(was);
  expect(text).toContain(now);
  expect(text).not.toContain("£");
});

test("an amount off in the shop's currency is not offered to who pays in another: the code would take off another sum", async () => {
  const discount = { kind: "amount", amounts: [pounds(2)] } as const;
  const { page, errors } = await stage.visit({
    rules: [plainRule({}, { discount })],
    currency: "EUR",
    prices: { "2002": inMoney(1_499, "EUR") },
    app: { prepare: [prepared] },
  });
  await page.waitForTimeout(600);
  expect(await textOf(page)).toBe("");
  expect(errors).toEqual([]);
});

test("what is sent free of charge says so, by the same codes", async () => {
  const { text, page } = await offered({
    rules: [reducedRule({}, { shipping: { kind: "free" } })],
    app: { prepare: [{ ...prepared, codes: ["ENCORE-1", "ENCORE-SENT"] }] },
  });
  expect(text).toContain("Sent free of charge.");
  const address = new URL((await page.getByRole("link").getAttribute("href")) ?? "");
  expect(address.searchParams.get("discount")).toContain("ENCORE-SENT");
});

test("axe finds nothing at phone and desktop width, offered, opened, removed and bought", async () => {
  const { page } = await offered(reduced);
  for (const width of [360, 1280]) {
    await page.setViewportSize({ width, height: 800 });
    expect(await accessibilityFaults(page, "#block")).toEqual([]);
  }
  await page.getByRole("button", { name: "Not for me" }).click();
  await page.getByRole("link").waitFor({ state: "detached" });
  expect(await accessibilityFaults(page, "#block")).toEqual([]);
  const opened = await offered(reduced);
  await opened.page.context().route("https://encore-demo.example/**", (route) => route.fulfill({ body: "a checkout" }));
  await opened.page.getByRole("link").click();
  await opened.page.getByText("The new checkout is open in another tab.").waitFor();
  expect(await accessibilityFaults(opened.page, "#block")).toEqual([]);
  const answer = { kind: "answered", answer: "accepted", title: "Regency Cakestand 3 Tier", order: "#1044" } as const;
  const bought = await stage.visit({ surface: "order-status", asksApp: true, app: { decide: answer } });
  await bought.page.getByText("#1044").waitFor();
  expect(await accessibilityFaults(bought.page, "#block")).toEqual([]);
});

test("nothing is wider than a phone's page", async () => {
  const { page } = await offered({ ...reduced, locale: "de" });
  await page.setViewportSize({ width: 320, height: 800 });
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(320);
  const picture = await page.getByRole("img").boundingBox();
  const accept = await page.getByRole("link").boundingBox();
  expect(accept?.x).toBe(picture?.x);
  expect(accept?.y).toBeGreaterThan((picture?.y ?? 0) + (picture?.height ?? 0));
});

test("by keyboard: the choices, yes and no follow each other, and the price is read out when it changes", async () => {
  const { page } = await offered(reduced);
  await page.getByLabel("Colour").focus();
  const visited = [];
  for (let step = 0; step < 3; step++) {
    await page.keyboard.press("Tab");
    visited.push(await page.evaluate(() => document.querySelector("#block > div")?.shadowRoot?.activeElement?.tagName));
  }
  expect(visited).toEqual(["SELECT", "A", "BUTTON"]);
  await page.getByLabel("Quantity").selectOption("3");
  await page.getByRole("status").filter({ hasText: "£32.51" }).waitFor();
});

test("is drawn, and follows a choice, within a second on a machine that is busy with other tests", async () => {
  const { page, firstPaintMs } = await offered({
    catalog: shopWithColours,
    rules: [plainRule({}, { quantityMost: 3 })],
  });
  expect(firstPaintMs).toBeLessThan(1_000);
  const before = Date.now();
  await page.getByLabel("Quantity").selectOption("2");
  await page.getByText("for 2").waitFor();
  expect(Date.now() - before).toBeLessThan(1_000);
});
