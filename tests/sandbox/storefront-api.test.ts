import { setTimeout as sleep } from "node:timers/promises";
import { expect, test } from "vitest";
import { loadCatalogue } from "#sandbox/catalogue/catalogue.ts";
import { CAKESTAND_ROSE, openDemoShop, TEAPOT } from "./demo-shop.ts";

const ROSE_GID = `gid://shopify/ProductVariant/${CAKESTAND_ROSE}`;
const PRICES = `query ($ids: [ID!]!, $country: CountryCode, $language: LanguageCode) @inContext(country: $country, language: $language) {
  localization { country { isoCode currency { isoCode } } language { isoCode endonymName } }
  nodes(ids: $ids) {
    ... on ProductVariant {
      id title availableForSale
      price { amount currencyCode } compareAtPrice { amount currencyCode }
      image { url altText }
      product { handle title }
    }
    ... on Product { id handle priceRange { minVariantPrice { amount currencyCode } } }
  }
}`;

interface Priced {
  readonly nodes: readonly ({
    readonly id: string;
    readonly price?: { readonly amount: string; readonly currencyCode: string };
    readonly compareAtPrice?: unknown;
  } | null)[];
}

test("variants and products are read by their ids, with price, picture and product, in the order asked", async () => {
  const { store } = await openDemoShop();
  const ids = [ROSE_GID, "gid://shopify/Product/4100", "gid://shopify/ProductVariant/1"];
  const { data, errors } = await store.storefrontQuery(PRICES, { ids });
  expect(errors).toBeUndefined();
  expect(data).toEqual({
    localization: {
      country: { isoCode: "GB", currency: { isoCode: "GBP" } },
      language: { isoCode: "EN", endonymName: "English" },
    },
    nodes: [
      {
        id: ROSE_GID,
        title: "Rose",
        availableForSale: true,
        price: { amount: "12.75", currencyCode: "GBP" },
        compareAtPrice: null,
        image: {
          url: `http://127.0.0.1:4010/pictures/cakestand-3-tier/${CAKESTAND_ROSE}.svg`,
          altText: "Cakestand 3 Tier, Rose",
        },
        product: { handle: "cakestand-3-tier", title: "Cakestand 3 Tier" },
      },
      {
        id: "gid://shopify/Product/4100",
        handle: "regency-teapot",
        priceRange: { minVariantPrice: { amount: "10.0", currencyCode: "GBP" } },
      },
      null,
    ],
  });
});

test.each([
  ["DE", "14.92", "EUR"],
  ["JP", "2486.0", "JPY"],
  ["KW", "4.973", "KWD"],
  ["US", "12.75", "GBP"],
])("a buyer in %s is told %s %s", async (country, amount, currencyCode) => {
  const { store } = await openDemoShop();
  const { data } = await store.storefrontQuery(PRICES, { ids: [ROSE_GID], country });
  expect((data as Priced).nodes[0]?.price).toEqual({ amount, currencyCode });
  const asked = await store.storefrontQuery(PRICES, { ids: [ROSE_GID] }, { country });
  expect((asked.data as Priced).nodes[0]?.price).toEqual({ amount, currencyCode });
});

test("prices set for a currency stand, the others go by the rate; what was more is told where it is", async () => {
  const catalogue = loadCatalogue();
  const { store } = await openDemoShop({ catalogue });
  const variants = catalogue.flatMap((product) => product.variants);
  const fixed = variants.find(({ fixedPrices }) => fixedPrices);
  const reduced = variants.find(({ compareAtMinor, fixedPrices }) => compareAtMinor && !fixedPrices);
  if (!fixed || !reduced) throw new Error("the catalogue has neither");
  const [euro, yen] = [store.priceIn(fixed.id, "EUR"), store.priceIn(fixed.id, "JPY")];
  expect(euro).toMatchObject({ price: { minor: fixed.fixedPrices?.EUR, currency: "EUR" }, isFixed: true });
  expect(yen).toMatchObject({ price: { minor: fixed.fixedPrices?.JPY, currency: "JPY" }, isFixed: true });
  expect(store.priceIn(fixed.id, "KWD")).toMatchObject({ isFixed: false });
  expect(store.priceIn(reduced.id, "GBP")?.compareAt?.minor).toBe(reduced.compareAtMinor);
  expect(store.priceIn(1, "GBP")).toBeUndefined();
});

test("extensions may not read what is left of a piece: the answer says so and keeps the rest", async () => {
  const { store } = await openDemoShop();
  const text = "query ($id: ID!) { node(id: $id) { ... on ProductVariant { title quantityAvailable } } }";
  const { data, errors } = await store.storefrontQuery(text, { id: ROSE_GID });
  expect(data).toEqual({ node: { title: "Rose", quantityAvailable: null } });
  expect(errors?.map(({ message }) => message)).toEqual([
    "Access denied for quantityAvailable field. Required access: `unauthenticated_read_product_inventory` access scope.",
  ]);
});

test("a sold-out piece is not for sale, and a deleted one is gone", async () => {
  const { store } = await openDemoShop();
  const text = "query ($id: ID!) { node(id: $id) { ... on ProductVariant { availableForSale } } }";
  store.setStock(TEAPOT, 0);
  const id = `gid://shopify/ProductVariant/${TEAPOT}`;
  expect(await store.storefrontQuery(text, { id })).toEqual({ data: { node: { availableForSale: false } } });
  store.deleteProduct(4100);
  expect(await store.storefrontQuery(text, { id })).toEqual({ data: { node: null } });
});

test("what goes with a product is recommended as the merchant noted it", async () => {
  const { store } = await openDemoShop();
  const text = `query ($id: ID!) {
    complementary: productRecommendations(productId: $id, intent: COMPLEMENTARY) { handle }
    related: productRecommendations(productId: $id) { handle }
  }`;
  expect(await store.storefrontQuery(text, { id: "gid://shopify/Product/4100" })).toEqual({
    data: {
      complementary: [{ handle: "cakestand-3-tier" }, { handle: "pin" }],
      related: [{ handle: "cakestand-3-tier" }, { handle: "sewing-pattern" }, { handle: "pin" }],
    },
  });
});

test("a query that is none, or asks what the API has not, is answered with errors", async () => {
  const { store } = await openDemoShop();
  expect((await store.storefrontQuery("{ shop {")).errors).toHaveLength(1);
  expect((await store.storefrontQuery("{ shop { secret } }")).errors?.[0]?.message).toContain("secret");
  const ids = Array.from({ length: 251 }, () => ROSE_GID);
  const { errors } = await store.storefrontQuery("query ($ids: [ID!]!) { nodes(ids: $ids) { id } }", { ids });
  expect(errors?.[0]?.message).toContain("maximum allowed of 250");
});

test("the API can be made late, broken or silent", async () => {
  const { store } = await openDemoShop();
  const ask = () => store.storefrontQuery("{ shop { name } }");
  store.dials.storefrontAnswers = "error";
  expect((await ask()).errors).toHaveLength(1);
  store.dials.storefrontAnswers = "never";
  expect(await Promise.race([ask(), sleep(50, "silence")])).toBe("silence");
  store.dials.storefrontAnswers = "well";
  store.dials.storefrontLatencyMs = 60;
  const started = performance.now();
  expect(await ask()).toEqual({ data: { shop: { name: "Penny & Plum" } } });
  expect(performance.now() - started).toBeGreaterThan(50);
});
