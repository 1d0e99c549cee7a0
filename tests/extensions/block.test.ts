import { afterAll, beforeAll, expect, test } from "vitest";
import { pounds } from "#tests/support/builders.ts";
import { CAKESTAND_MINT, plainRule, reducedRule, shopWithColours } from "./block-scene.ts";
import { openBlockStage, type Stage, textOf } from "./block-stage.ts";

let stage: Stage;
beforeAll(async () => {
  stage = await openBlockStage();
}, 120_000);
afterAll(() => stage.close());

const ACCEPT = "See it in a new checkout";
const DECLINE = "Not for me";
const prepared = { kind: "prepared", codes: ["ENCORE-1"], validUntil: Date.now() + 6 * 86_400_000 } as const;

test("offers on the thank-you page what fits the order: why, picture, price, and what happens before the click", async () => {
  const { page, errors } = await stage.visit({});
  await page.getByRole("link", { name: ACCEPT }).waitFor();
  const text = await textOf(page);
  for (const words of [
    "Goes with your Regency Teacup",
    "£12.75",
    "Shipping and taxes are shown in the new checkout.",
    "This opens a new checkout in a new tab. You pay nothing until you confirm it there.",
  ]) {
    expect(text).toContain(words);
  }
  expect(await page.getByRole("heading", { name: "Regency Cakestand 3 Tier" }).count()).toBe(1);
  expect(await page.getByRole("img", { name: "A cake stand with three tiers" }).count()).toBe(1);
  await stage.photograph(page, "thank-you");
  expect(errors).toEqual([]);
});

test("leads to a checkout of its own with the offered variant in it, marked as this offer's", async () => {
  const { page } = await stage.visit({});
  const link = page.getByRole("link", { name: ACCEPT });
  await link.waitFor();
  const address = new URL((await link.getAttribute("href")) ?? "");
  expect(address.origin + address.pathname).toBe("https://encore-demo.example/cart/2002:1");
  expect(address.searchParams.get("discount")).toBe(null);
  expect(address.searchParams.get("attributes[_encore]")).toBe("1 thank-you 7 1 c1-reference teacups-to-cakestand");
  expect(await link.getAttribute("target")).toBe("_blank");
});

test("an offer by code is drawn once its code exists, with both prices, what they are, and until when", async () => {
  const { page, errors } = await stage.visit({
    rules: [reducedRule()],
    locale: "en-GB",
    app: { prepare: [{ kind: "not-yet", afterMs: 300 }, { kind: "not-yet", afterMs: 300 }, prepared] },
  });
  await expect.poll(() => stage.app.heardAt("prepare").length).toBeGreaterThan(0);
  expect(await page.getByRole("link").count()).toBe(0);
  const link = page.getByRole("link", { name: ACCEPT });
  await link.waitFor();
  const text = (await textOf(page)).replace(/\s+/g, " ");
  expect(text).toContain("£12.75");
  expect(text).toContain("£10.84");
  expect(text).toContain("with this code, before other discounts");
  expect(text).toMatch(/Valid until \w+day,? \d+ \w+ at \d+:\d\d/);
  expect(new URL((await link.getAttribute("href")) ?? "").searchParams.get("discount")).toBe("ENCORE-1");
  expect(stage.app.heardAt("prepare")[0]?.body).toMatchObject({
    surface: "thank-you",
    offer: { rule: "teacups-to-cakestand", version: 7, step: 1 },
    purchase: { reference: "c1-reference", order: "9001", lines: [{ product: "1001", variant: "2001" }] },
  });
  expect(stage.app.heardAt("prepare")).toHaveLength(3);
  await stage.photograph(page, "by-code");
  expect(errors).toEqual([]);
});

test("an offer whose code can't be made is not drawn: its price would not be the one charged", async () => {
  const { page, errors } = await stage.visit({ rules: [reducedRule()], app: { prepare: [{ kind: "unavailable" }] } });
  await expect.poll(() => stage.app.heardAt("prepare")).toHaveLength(1);
  await page.waitForTimeout(200);
  expect(await textOf(page)).toBe("");
  expect(stage.app.heardAt("event")).toEqual([]);
  expect(errors).toEqual([]);
});

test("variant and quantity are the shopper's choice, and the price follows", async () => {
  const { page, errors } = await stage.visit({
    catalog: shopWithColours,
    rules: [reducedRule({}, { quantityMost: 3 })],
    app: { prepare: [prepared] },
  });
  const link = page.getByRole("link", { name: ACCEPT });
  await link.waitFor();
  await stage.photograph(page, "choices");
  await page.getByLabel("Colour").selectOption("Mint green · £11.86");
  await page.getByLabel("Quantity").selectOption("2");
  await expect.poll(() => textOf(page)).toContain("£23.71");
  const text = (await textOf(page)).replace(/\s+/g, " ");
  expect(text).toContain("£27.90");
  expect(text).toContain("for 2");
  expect(await link.getAttribute("href")).toContain(`/cart/${CAKESTAND_MINT}:2?`);
  expect(await page.getByRole("img", { name: "A mint cake stand with three tiers" }).count()).toBe(1);
  expect(errors).toEqual([]);
});

test("a bundle comes whole: every item with its price, one price for all, all of it in the new checkout", async () => {
  const { page, errors } = await stage.visit({
    catalog: shopWithColours,
    rules: [
      reducedRule(
        {},
        {
          kind: "bundle",
          quantityMost: 1,
          source: {
            kind: "bundle",
            items: [
              { product: "1002" as never, variant: "2002" as never, quantity: 1 },
              { product: "1002" as never, variant: CAKESTAND_MINT, quantity: 2 },
            ],
          },
        },
      ),
    ],
    app: { prepare: [prepared] },
  });
  const link = page.getByRole("link", { name: ACCEPT });
  await link.waitFor();
  expect(await textOf(page)).toContain("2 × Regency Cakestand 3 Tier, Mint green, £27.90");
  expect(await link.getAttribute("href")).toContain(`/cart/2002:1,${CAKESTAND_MINT}:2?`);
  await stage.photograph(page, "bundle");
  expect(errors).toEqual([]);
});

test("tells the app once that the offer was seen, however often the page is opened", async () => {
  const { storage } = await stage.visit({});
  await expect.poll(() => stage.app.heardAt("event")).toHaveLength(1);
  expect(stage.app.heardAt("event")[0]).toMatchObject({
    token: "token-of-the-page",
    body: { surface: "thank-you", kind: "impression", offer: { rule: "teacups-to-cakestand", version: 7, step: 1 } },
  });
  const again = await stage.visit({}, storage);
  await again.page.getByRole("link", { name: ACCEPT }).waitFor();
  await again.page.waitForTimeout(200);
  expect(stage.app.heardAt("event")).toEqual([]);
});

test("an impression that the app didn't hear is told on the next visit", async () => {
  const { page, storage } = await stage.visit({ app: { event: "silent" } });
  await page.getByRole("link", { name: ACCEPT }).waitFor();
  await expect.poll(() => stage.app.heardAt("event").length).toBeGreaterThan(0);
  await page.waitForTimeout(100);
  await stage.visit({}, storage);
  await expect.poll(() => stage.app.heardAt("event")).toHaveLength(1);
});

test("Not for me takes the offer away for good, also while the app is silent", async () => {
  const { page, storage, errors } = await stage.visit({ app: { event: "silent" } });
  await page.getByRole("button", { name: DECLINE }).click();
  await page.getByRole("link", { name: ACCEPT }).waitFor({ state: "detached" });
  await page.getByRole("status").filter({ hasText: "The offer has been removed." }).waitFor({ state: "attached" });
  await expect
    .poll(() => stage.app.heardAt("event").map(({ body }) => body.kind))
    .toEqual(expect.arrayContaining(["decline"]));
  expect(errors).toEqual([]);
  const again = await stage.visit({ app: { decide: "silent" } }, storage);
  await again.page.waitForTimeout(400);
  expect(await textOf(again.page)).toBe("");
  expect(again.queries).toBe(0);
});

test("a yes is told with what was taken, and the offer does not come back", async () => {
  const { page, storage } = await stage.visit({
    catalog: shopWithColours,
    rules: [plainRule({}, { quantityMost: 3 })],
  });
  await page.getByLabel("Quantity").selectOption("3");
  await page.context().route("https://encore-demo.example/**", (route) => route.fulfill({ body: "a new checkout" }));
  const opening = page.context().waitForEvent("page");
  await page.getByRole("link", { name: ACCEPT }).click();
  expect((await opening).url()).toContain("/cart/2002:3?");
  await page.getByText("The new checkout is open in another tab. This order stays as it is.").waitFor();
  expect(await page.getByRole("button", { name: DECLINE }).count()).toBe(0);
  await expect
    .poll(() => stage.app.heardAt("event").map(({ body }) => [body.kind, body.items]))
    .toContainEqual(["accept", [{ variantId: "2002", quantity: 3 }]]);
  const again = await stage.visit({ app: { decide: "silent" } }, storage);
  await again.page.waitForTimeout(400);
  expect(await textOf(again.page)).toBe("");
});

test("order status says what became of the offer, and offers nothing else", async () => {
  const { page, errors } = await stage.visit({
    surface: "order-status",
    asksApp: true,
    app: { decide: { kind: "answered", answer: "accepted", title: "Regency Cakestand 3 Tier", order: "#1044" } },
  });
  await page.getByText("Regency Cakestand 3 Tier: added in order #1044 ✓").waitFor();
  expect(await page.getByRole("link").count()).toBe(0);
  await stage.photograph(page, "bought");
  expect(errors).toEqual([]);
});

test("who comes back after a yes is told what became of it, once the shop has told of the order", async () => {
  const { page, storage } = await stage.visit({});
  await page.context().route("https://encore-demo.example/**", (route) => route.fulfill({ body: "a new checkout" }));
  await page.getByRole("link", { name: ACCEPT }).click();
  await page.getByText("The new checkout is open in another tab.").waitFor();
  await expect.poll(() => JSON.stringify(storage.get("purchases"))).toContain("accepted");
  const answer = { kind: "answered", answer: "accepted", order: "#1044" } as const;
  // Nothing else waits for it: an answer may take longer than a decision.
  const again = await stage.visit({ app: { decide: { afterMs: 900, says: answer } } }, storage);
  await again.page.getByText("Added in order #1044 ✓").waitFor();
});

test("an offer that was declined on an earlier page is not offered on order status", async () => {
  const { page, errors } = await stage.visit({
    surface: "order-status",
    asksApp: true,
    app: { decide: { kind: "answered", answer: "declined" } },
  });
  await expect.poll(() => stage.app.heardAt("decide")).toHaveLength(1);
  await page.waitForTimeout(200);
  expect(await textOf(page)).toBe("");
  expect(errors).toEqual([]);
});

test("order status goes on with the same offer until it is answered", async () => {
  const { page, errors } = await stage.visit({ surface: "order-status" });
  const link = page.getByRole("link", { name: ACCEPT });
  await link.waitFor();
  expect(await link.getAttribute("href")).toContain("order-status");
  expect(stage.app.heardAt("decide")).toEqual([]);
  await stage.photograph(page, "order-status");
  expect(errors).toEqual([]);
});

test("what only the app can decide is what the app says, at the shopper's own prices", async () => {
  const { page, errors } = await stage.visit({
    asksApp: true,
    rules: [],
    prices: { "2002": pounds(9.5) },
    app: {
      decide: {
        kind: "show",
        offer: {
          rule: "for-regulars",
          version: 7,
          step: 2,
          kind: "downsell",
          arrangement: "one-of",
          products: [
            {
              productId: "1002",
              handle: "regency-cakestand-3-tier",
              title: "Regency Cakestand 3 Tier",
              pieces: 1,
              variants: [
                {
                  variantId: "2002",
                  title: "Default Title",
                  options: [],
                  price: pounds(12.75),
                  offerPrice: pounds(12.75),
                  quantityMost: 1,
                },
              ],
            },
          ],
          discount: { kind: "none" },
          priced: "as-is",
          isSentFree: false,
        },
      },
    },
  });
  await page.getByRole("link", { name: ACCEPT }).waitFor();
  const text = await textOf(page);
  expect(text).toContain("£9.50");
  expect(text).toContain("Rather a smaller one?");
  expect(errors).toEqual([]);
});

test("the merchant's settings count once saved: a heading, and no picture", async () => {
  const { page } = await stage.visit({ settings: { heading: "From our kitchen", show_picture: false } });
  await page.getByText("From our kitchen").waitFor();
  expect(await page.getByRole("img").count()).toBe(0);
});

test("the checkout editor shows where the offer will stand, and tells the app nothing", async () => {
  const { page, errors } = await stage.visit({ rules: [], editor: true });
  await page.getByText("When an offer fits the order, it stands here.").waitFor();
  const shown = await stage.visit({ editor: true });
  await shown.page.getByRole("link", { name: ACCEPT }).waitFor();
  await shown.page.waitForTimeout(200);
  expect(stage.app.heardAt("event")).toEqual([]);
  expect([...errors, ...shown.errors]).toEqual([]);
});
