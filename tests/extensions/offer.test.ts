import { afterAll, beforeAll, expect, test } from "vitest";
import { cakestand, cakestandInColours } from "./offers.ts";
import { openStage, type Stage } from "./stage.ts";

let stage: Stage;
beforeAll(async () => {
  stage = await openStage();
}, 60_000);
afterAll(() => stage.close());

test("shows the offer with its reason, both prices, the picture and Shopify's own total", async () => {
  const { page, errors } = await stage.visit({ offer: cakestand });
  const button = page.getByRole("button", { name: "Add to my order · £13.01" });
  await button.waitFor();
  const text = await page.locator(".page").innerText();
  for (const words of [
    "Your order is paid. Before you go:",
    "Because you bought Regency Teacup Roses",
    "15% off, with this order",
  ]) {
    expect(text).toContain(words);
  }
  expect(await page.locator("del").innerText()).toBe("£12.75");
  expect(await page.getByRole("heading", { name: "Regency Cakestand 3 Tier" }).count()).toBe(1);
  expect(await page.getByRole("img", { name: "A cake stand with three tiers" }).count()).toBe(1);
  expect(text.replace(/\s+/g, " ")).toContain("Shipping Free VAT £2.17 You pay now £13.01");
  await stage.photograph(page, "offer");
  expect(errors).toEqual([]);
});

test("the picture keeps its shape however much stands beside it", async () => {
  const { page } = await stage.visit({ offer: cakestandInColours });
  await page.getByRole("button", { name: "£13.01" }).waitFor();
  const frame = await page.locator("picture").boundingBox();
  expect((frame?.width ?? 0) / (frame?.height ?? 1)).toBeCloseTo(4 / 3, 1);
});

test("says that it works the total out, and can be declined meanwhile but not accepted", async () => {
  const visit = await stage.visit({ offer: cakestand, store: { calculateFails: "takes for ever" } });
  const accept = visit.page.getByRole("button", { name: "Working out the total" });
  await accept.waitFor();
  await stage.photograph(visit.page, "calculating");
  expect(await accept.getAttribute("aria-disabled")).toBe("true");
  await visit.page.getByRole("button", { name: "No thanks, show my order" }).click();
  await expect.poll(() => visit.left).toBe(1);
});

test("declining is a button of the same size as accepting, and nothing is chosen beforehand", async () => {
  const { page } = await stage.visit({ offer: cakestand });
  const accept = page.getByRole("button", { name: "Add to my order · £13.01" });
  await accept.waitFor();
  const sizes = [await accept.boundingBox(), await page.getByRole("button", { name: "No thanks" }).boundingBox()];
  expect(sizes[1]?.width).toBe(sizes[0]?.width);
  expect(sizes[1]?.height).toBe(sizes[0]?.height);
  expect(await page.locator("select, input").count()).toBe(0);
});

test("tells the app of the impression once the offer is drawn, with the page's token", async () => {
  await stage.visit({ offer: cakestand });
  await expect.poll(() => stage.app.heardAt("event")).toHaveLength(1);
  expect(stage.app.heardAt("event")[0]).toMatchObject({
    token: "token-of-the-page",
    origin: "null",
    body: { kind: "impression", ticket: "ticket-1" },
  });
});

test("shows the merchant's own words, and recalculates when the shopper picks another colour or quantity", async () => {
  const { page, store, errors } = await stage.visit({ offer: cakestandInColours });
  await page.getByRole("button", { name: "£13.01" }).waitFor();
  expect(await page.locator(".page").innerText()).toContain("Made by the same hands as your teacup");
  await page.getByLabel("Quantity").selectOption("3");
  await page.getByRole("button", { name: "£39.01" }).waitFor();
  await stage.photograph(page, "choices");
  await page.getByLabel("Option").selectOption("Mint green");
  await page.getByRole("button", { name: "£28.46" }).waitFor();
  expect(await page.getByLabel("Quantity").inputValue()).toBe("2");
  expect(await page.getByRole("img", { name: "A mint cake stand with three tiers" }).count()).toBe(1);
  expect(await page.locator("del").innerText()).toBe("£13.95");
  expect(store.changesets.at(-1)).toMatchObject({
    changes: [{ type: "add_variant", variantId: 41002, quantity: 2, discount: { value: 15, valueType: "percentage" } }],
  });
  expect(errors).toEqual([]);
});

test("shows what is added, not the same product that was bought before", async () => {
  const [product] = cakestand.products;
  const [variant] = product?.variants ?? [];
  if (!product || !variant) throw new Error("the cakestand has a variant");
  const offer = { ...cakestand, products: [{ ...product, variants: [{ ...variant, variantId: "1" }] }] };
  const { page } = await stage.visit({ offer, store: { prices: { 1: 1275 } } });
  await page.getByRole("button", { name: "£13.01" }).waitFor();
  expect(await page.locator(".page").innerText()).not.toContain("£50.00");
});

test("a total that comes late never stands beside a newer pick", async () => {
  const { page } = await stage.visit({ offer: cakestandInColours, store: { slowForQuantity: 2 } });
  await page.getByRole("button", { name: "£13.01" }).waitFor();
  await page.getByLabel("Quantity").selectOption("2");
  await page.getByLabel("Quantity").selectOption("1");
  await page.getByRole("button", { name: "£13.01" }).waitFor();
  await page.waitForTimeout(800);
  expect(await page.getByRole("button", { name: "Add to my order · £13.01" }).count()).toBe(1);
});

test("declining tells the app and goes on", async () => {
  const visit = await stage.visit({ offer: cakestand });
  await visit.page.getByRole("button", { name: "No thanks, show my order" }).click();
  await expect.poll(() => visit.left).toBe(1);
  expect(stage.app.heardAt("event").at(-1)?.body).toEqual({ kind: "decline", ticket: "ticket-1" });
});

test("declining goes on within half a second when the app does not answer", async () => {
  const visit = await stage.visit({ offer: cakestand, app: { event: { afterMs: 5_000, kind: "kept" } } });
  const decline = visit.page.getByRole("button", { name: "No thanks, show my order" });
  await decline.waitFor();
  const pressed = performance.now();
  await decline.click();
  await expect.poll(() => visit.left, { interval: 20 }).toBe(1);
  expect(performance.now() - pressed).toBeLessThan(1_000);
});
