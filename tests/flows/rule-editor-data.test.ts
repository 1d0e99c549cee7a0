import { beforeEach, expect, test } from "vitest";
import type { Currency } from "#app/core/values/currency.ts";
import type { CollectionId, ProductId, Shop } from "#app/core/values/ids.ts";
import { readEditorShop } from "#app/flows/read-editor-shop.ts";
import { readGoods } from "#app/flows/read-goods.ts";
import { readPrices } from "#app/flows/read-prices.ts";
import { tryRule } from "#app/flows/try-rule.ts";
import { saveProducts } from "#app/stores/catalog.ts";
import { saveDetails } from "#app/stores/shops.ts";
import { LONDON_SHOP } from "#tests/stores/filled-shop.ts";
import { CAKESTAND, CAKESTAND_ROSE, GBP, NOON, someProduct, someRule, TEACUP } from "#tests/support/builders.ts";
import { data, loopbackShopify } from "#tests/support/loopback-shopify.ts";
import { silentLog, testApp } from "#tests/support/shopify-app.ts";
import { shopifyShop } from "#tests/support/shopify-shop.ts";
import { testDatabase } from "#tests/support/test-database.ts";

const database = await testDatabase();
const loopback = await loopbackShopify();
const { adminOf, install } = testApp(database);
let now = NOON;
const needs = { database, adminOf, now: () => now, log: silentLog };
const EUR = "EUR" as Currency;
let shop: Shop;
let count = 0;

beforeEach(async () => {
  shop = `edits-${++count}.myshopify.com` as Shop;
  now = NOON;
  await install(shop);
  loopback.asked.length = 0;
});

const spoken = (alternateLocales: readonly string[]) =>
  data({
    shop: {
      currencyCode: "GBP",
      enabledPresentmentCurrencies: ["EUR", "GBP"],
      primaryDomain: { localization: { defaultLocale: "en", alternateLocales } },
    },
  });

test("the editor knows the shop's languages and currencies, its own first, and asks again only after a while", async () => {
  loopback.answer = () => spoken(["de", "pt-BR"]);
  const expected = { currency: GBP, languages: ["en", "de", "pt"], currencies: [GBP, EUR] };
  expect(await readEditorShop(needs, { shop })).toMatchObject(expected);
  now += 60_000;
  expect(await readEditorShop(needs, { shop })).toMatchObject(expected);
  expect(loopback.asked).toHaveLength(1);
});

test("what is old is shown at once and read anew for the next visit", async () => {
  loopback.answer = () => spoken(["de"]);
  await readEditorShop(needs, { shop });
  loopback.answer = () => spoken(["de", "fr"]);
  now += 3_600_000;
  expect(await readEditorShop(needs, { shop })).toMatchObject({ languages: ["en", "de"] });
  await expect.poll(async () => (await readEditorShop(needs, { shop })).languages).toEqual(["en", "de", "fr"]);
});

test("while Shopify refuses, the editor has the shop's own language and currency", async () => {
  loopback.answer = () => ({ status: 403, body: { errors: "no" } });
  const known = { currency: GBP, timezone: "Europe/London", languages: ["en"], currencies: [GBP] };
  expect(await readEditorShop(needs, { shop })).toEqual({ ...known, languagesUnread: true });
});

test("the preview has what a rule names: our copy where there is one, else Shopify's word, and something beside it", async () => {
  const shopify = shopifyShop([TEACUP, CAKESTAND, "1009"]);
  shopify.pageSize = 10;
  shopify.collections.set("5001", [CAKESTAND]);
  loopback.answer = (asked) => shopify.answer(asked);
  await database.inShop(shop, (tenant) => saveProducts(tenant, [someProduct({ title: "Ours" })]));
  const goods = await readGoods(needs, {
    shop,
    products: [CAKESTAND, TEACUP],
    collections: ["5001" as CollectionId],
  });
  expect(goods.products.find(({ id }) => id === CAKESTAND)?.title).toBe("Ours");
  expect(goods.products.map(({ id }) => id)).toContain(TEACUP);
  expect(goods.collections).toMatchObject([{ id: "5001", products: [CAKESTAND] }]);
  expect(
    goods.products.some(({ id }) => id !== TEACUP && id !== CAKESTAND),
    "somebody may have bought it",
  ).toBe(true);
});

test("prices abroad are those of a country that pays in the currency; where none does, there are none", async () => {
  await saveDetails(database, shop, { ...LONDON_SHOP, shipsTo: ["GB", "US", "DE"] });
  loopback.answer = ({ operation, variables }) => {
    if (operation === "EncoreReadPrices") {
      const contextualPricing = { price: { amount: "14.92", currencyCode: "EUR" }, compareAtPrice: null };
      return data({ nodes: [{ id: `gid://shopify/ProductVariant/${CAKESTAND_ROSE}`, contextualPricing }] });
    }
    const priced = Object.entries(variables).filter(([name]) => name.startsWith("country"));
    const currencyOf = (country: unknown) => (country === "DE" ? "EUR" : "GBP");
    return data({
      productVariant: Object.fromEntries(
        priced.map(([name, country]) => [name, { price: { currencyCode: currencyOf(country) } }]),
      ),
    });
  };
  const variants = [CAKESTAND_ROSE];
  expect(await readPrices(needs, { shop, currency: EUR, variants })).toEqual({
    kind: "prices",
    country: "DE",
    prices: [{ variant: CAKESTAND_ROSE, price: { minor: 1492, currency: EUR } }],
  });
  expect(await readPrices(needs, { shop, currency: "JPY" as Currency, variants })).toEqual({ kind: "unpaid" });
});

test("a made-up order is decided by the draft with the rule in it, and an order we do not know is said to be unknown", async () => {
  const shopify = shopifyShop([TEACUP, CAKESTAND]);
  loopback.answer = (asked) => shopify.answer(asked);
  const made = { customer: "guest", locale: "en", currency: GBP, at: NOON } as const;
  const ask = { shop, rule: someRule({ status: "draft" }), surface: "post-purchase" } as const;
  const lines = [{ product: TEACUP as ProductId, quantity: 1 }];
  const tried = await tryRule(needs, { ...ask, purchase: { kind: "made-up", made: { ...made, lines } } });
  expect(tried).toMatchObject({ kind: "tried", knownFrom: "made-up", unfit: 0 });
  expect(tried.kind === "tried" && tried.rulebook.rules).toMatchObject([{ id: ask.rule.id, status: "active" }]);
  const unknown = await tryRule(needs, { ...ask, purchase: { kind: "order", order: "404" as never } });
  expect(unknown).toEqual({ kind: "unknown-order" });
});
