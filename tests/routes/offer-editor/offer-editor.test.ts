import { afterAll, beforeAll, expect, test } from "vitest";
import { accessibilityFaults } from "#tests/support/accessibility.ts";
import { CAKESTAND, FORKS, offerOf, openOfferEditor, pathWritten, ruleOn, tellAll } from "./scene.ts";

let editor: Awaited<ReturnType<typeof openOfferEditor>>;
beforeAll(async () => {
  editor = await openOfferEditor();
}, 60_000);
afterAll(() => editor.close());

const first = (more: object = {}) => ruleOn({ offer: offerOf(more) });

test("the merchant reads what the product costs at every discount they type, and what is no discount is told beside it", async () => {
  const { page, errors } = await editor.edit(first());
  await page.getByText("£10.84 instead of £12.75").first().waitFor();
  await page.getByLabel("Discount").fill("12,5");
  await page.getByText("£11.16 instead of £12.75").first().waitFor();
  await page.getByLabel("Discount").fill("a lot");
  await page.getByLabel("Discount").blur();
  await page.getByText("The discount is a percentage above 0, at most 100, with at most two decimals.").waitFor();
  expect(await page.getByLabel("Discount").inputValue(), "nothing typed is lost").toBe("a lot");
  await page.getByLabel("At which price").selectOption("A fixed price");
  await page.getByLabel("Price of a piece").fill("9.99");
  await page.getByText("£9.99 instead of £12.75").first().waitFor();
  await page.getByRole("button", { name: "Also in EUR" }).click();
  await page.getByLabel("Price of a piece in EUR").fill("1,000");
  await page.getByLabel("Price of a piece in EUR").blur();
  await page.getByText("“1,000” could be two numbers. Write it without a mark for thousands.").waitFor();
  const prices = [
    { minor: 999, currency: "GBP" },
    { minor: "1,000", currency: "EUR" },
  ];
  await expect.poll(() => pathWritten(page)).toMatchObject({ offer: { discount: { kind: "fixed-price", prices } } });
  expect(errors).toEqual([]);
});

test("each kind of offer brings what it asks, and another kind takes it away again", async () => {
  const { page, errors } = await editor.edit(first());
  await page.getByRole("button", { name: "What kind of offer" }).click();
  const kind = page.getByLabel("What kind of offer");
  const offer = () => expect.poll(async () => ((await pathWritten(page)) as { readonly offer: object }).offer);
  await kind.selectOption("Gift: free with the order");
  await page.getByText("A gift is free: nothing is charged for it.").waitFor();
  await offer().toMatchObject({ kind: "gift", discount: { kind: "percent", percent: 100 }, quantityMost: 1 });
  await kind.selectOption("Partner: someone else’s product");
  await page.getByLabel("Whose product it is").fill("Ada's Linens");
  await page.getByLabel("Your commission").fill("12");
  await offer().toMatchObject({
    discount: { kind: "none" },
    partner: { name: "Ada's Linens", commissionPercent: 12 },
  });
  await kind.selectOption("Bundle: several for one price");
  await offer().toMatchObject({ source: { kind: "bundle", items: [{ product: CAKESTAND.id, quantity: 1 }] } });
  await offer().not.toHaveProperty("partner");
  await tellAll(page);
  await page.getByText("A bundle is of 2 to 5 items.").waitFor();
  await kind.selectOption("Cross-sell: goes with what they bought");
  await offer().toMatchObject({ source: { kind: "named", products: [{ product: CAKESTAND.id }] } });
  expect(errors).toEqual([]);
});

test("products come from Shopify's picker, in the order they are tried, which the keyboard changes", async () => {
  const { page } = await editor.edit(first({ source: { kind: "named", products: [] } }));
  const picked = [CAKESTAND, FORKS].map(({ id, title, variants }) => ({
    id: `gid://shopify/Product/${id}`,
    title,
    status: "ACTIVE",
    images: [],
    totalVariants: 1,
    variants: variants.map((variant) => ({
      id: `gid://shopify/ProductVariant/${variant.id}`,
      title: "",
      price: "4.95",
    })),
  }));
  await page.evaluate((given) => {
    Object.assign(window, { shopify: { resourcePicker: async () => given } });
  }, picked);
  await page.getByRole("button", { name: "Choose the product" }).click();
  await page.getByRole("button", { name: `Move ${FORKS.title} up` }).focus();
  await page.keyboard.press("Enter");
  await expect
    .poll(() => pathWritten(page))
    .toMatchObject({
      offer: { source: { products: [{ product: FORKS.id }, { product: CAKESTAND.id }] } },
    });
  await expect
    .poll(() => page.evaluate(() => document.activeElement?.getAttribute("aria-label")))
    .toBe(`Move ${FORKS.title} down`);
});

test("a merchant who reads German sees and types decimals after a comma, and nothing changes that they only look at", async () => {
  const prices = [
    { minor: 2_000, currency: "GBP" },
    { minor: 2_350, currency: "EUR" },
  ];
  const { page, errors } = await editor.edit(first({ discount: { kind: "fixed-price", prices } }), { locale: "de" });
  const discount = async () =>
    ((await pathWritten(page)) as { readonly offer: { readonly discount: object } }).offer.discount;
  const pounds = page.getByLabel("Price of a piece in GBP");
  const euros = page.getByLabel("Price of a piece in EUR");
  expect([await pounds.inputValue(), await euros.inputValue()]).toEqual(["20,00", "23,50"]);
  await euros.focus();
  await euros.blur();
  await pounds.pressSequentially("9");
  await pounds.press("Backspace");
  await pounds.blur();
  expect(await discount()).toEqual({ kind: "fixed-price", prices });
  for (const [typed, minor, shown] of [
    ["1.234,56", 123_456, "1234,56"],
    ["18.5", 1_850, "18,50"],
  ] as const) {
    await pounds.fill(typed);
    await pounds.blur();
    await expect.poll(discount).toMatchObject({ prices: [{ minor }, { minor: 2_350 }] });
    await expect.poll(() => pounds.inputValue()).toBe(shown);
  }
  await pounds.fill("1,234");
  await pounds.blur();
  await page.getByText("“1,234” could be two numbers. Write it without a mark for thousands.").waitFor();
  await pounds.fill("zwölf");
  await pounds.blur();
  await page.getByText("Write an amount such as 3,95.").waitFor();
  await page.getByLabel("At which price").selectOption("A percentage off");
  const percent = page.getByLabel("Discount");
  await percent.fill("12,5");
  await percent.blur();
  await expect.poll(discount).toEqual({ kind: "percent", percent: 12.5 });
  expect(await percent.inputValue()).toBe("12,5");
  expect(errors).toEqual([]);
});

test("a path grows by a no and a yes to three steps, is folded to a line, and each step goes as it came", async () => {
  const { page, errors } = await editor.edit(first());
  await page.getByRole("button", { name: "Offer something else after a no" }).focus();
  await page.keyboard.press("Enter");
  await expect.poll(() => page.evaluate(() => document.activeElement?.id)).toBe("path.ifDeclined.offer.source.kind");
  await page.getByRole("button", { name: "Offer more after a yes" }).last().click();
  await page.getByText("The path ends here: Shopify takes three offers after a purchase.").waitFor();
  await page.getByRole("button", { name: "If they decline: nothing chosen yet" }).click();
  expect(await page.getByText("The path ends here").count()).toBe(0);
  await tellAll(page);
  await page.getByText("Choose at least one product to offer.").first().waitFor();
  await page.getByRole("button", { name: "Remove this step" }).first().click();
  await expect.poll(() => pathWritten(page)).not.toHaveProperty("ifDeclined");
  await expect.poll(() => page.evaluate(() => document.activeElement?.id)).toBe("path.ifDeclined.add");
  expect(errors).toEqual([]);
});

test("where a page makes one offer only, the path says so, and what is never made is told", async () => {
  const cart = await editor.edit(ruleOn({ offer: offerOf() }, ["cart"]));
  await cart.page.getByText("On the pages of this rule one offer is made, and nothing follows it.").waitFor();
  const path = { offer: offerOf(), ifDeclined: { offer: offerOf({ source: { kind: "same-again" } }) } };
  const { page } = await editor.edit(ruleOn(path, ["thank-you"]));
  await page.getByRole("button", { name: "If they decline: The same once more" }).waitFor();
  await page.getByText("No page of this rule comes this far").waitFor();
});

test("words are written in each of the shop's languages, and those that are missing are told", async () => {
  const { page, errors } = await editor.edit(first(), { languages: ["en", "de", "nl"] });
  await page.getByRole("button", { name: "In your own words" }).click();
  await page.getByLabel("Headline").fill("  ﷽ \u202e{ price } <b>💐</b>");
  await page.getByText("Not written in German: who reads that is told Encore’s own words.").waitFor();
  await page.getByRole("button", { name: "German" }).click();
  await page.getByLabel("Headline").last().fill("Für die Teetafel");
  await page.getByText("Not written in").waitFor({ state: "detached" });
  await expect
    .poll(() => pathWritten(page))
    .toMatchObject({
      offer: { words: { headline: { en: "  ﷽ \u202e{ price } <b>💐</b>", de: "Für die Teetafel" } } },
    });
  expect(errors).toEqual([]);
});

test("a merge field is put where the merchant writes, one that says nothing here is told, a misspelt one named", async () => {
  const { page } = await editor.edit(first());
  await page.getByRole("button", { name: "In your own words" }).click();
  const headline = page.getByLabel("Headline");
  await headline.fill("Only  today");
  await headline.press("Home");
  for (let step = 0; step < 5; step++) await headline.press("ArrowRight");
  await page.getByRole("button", { name: "Insert: Price" }).first().click();
  await expect.poll(() => headline.inputValue()).toBe("Only {price} today");
  await expect.poll(() => page.evaluate(() => document.activeElement?.id)).toBe("path.offer.words.headline.en");
  await headline.fill("Save {saving}");
  await page.getByLabel("At which price").selectOption("As the shop sells it");
  await page.getByText("Nothing can stand for {saving} in this offer").waitFor();
  await headline.fill("Yours for {prise}");
  await headline.blur();
  await page.getByText("“{prise}” is no merge field.").waitFor();
});

test.each([1280, 390])("nothing of it is out of reach or out of sight, %s px wide", async (width) => {
  const path = {
    offer: offerOf({
      kind: "upsell",
      source: { kind: "choice", products: [CAKESTAND, FORKS].map(({ id }) => ({ product: id })) },
    }),
    ifDeclined: { offer: offerOf(), ifAccepted: { offer: offerOf({ kind: "partner" }) } },
  };
  const { page } = await editor.edit(ruleOn(path), { width, languages: ["en", "de"] });
  await page.getByRole("button", { name: "If they decline:" }).click();
  await page.getByRole("button", { name: "If they accept:" }).click();
  await tellAll(page);
  expect(await accessibilityFaults(page)).toEqual([]);
  expect(await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth)).toBeLessThanOrEqual(0);
});
