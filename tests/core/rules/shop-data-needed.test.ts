import { expect, test } from "vitest";
import type { Clause, ProductSource, Rule } from "#app/core/rules/rulebook.ts";
import { shopDataNeeded } from "#app/core/rules/shop-data-needed.ts";
import { CAKESTAND, LUNCH_BAG, someRule, TEA_TIME, TEACUP } from "#tests/support/builders.ts";

const asking = (...all: Clause[]): Rule => someRule({ when: { all } });

function offering(source: ProductSource): Rule {
  const { path, ...rest } = someRule();
  return { ...rest, path: { offer: { ...path.offer, source } } };
}

test("a rule that names its products needs those, triggers and offers alike, and nothing else", () => {
  expect(shopDataNeeded([someRule()])).toEqual({
    products: new Set([TEACUP, CAKESTAND]),
    collections: new Set(),
    offeredCollections: new Set(),
    metafields: [],
    everyProduct: false,
  });
});

test("products are named in groups within groups, and by what follows a no", () => {
  const { path } = offering({ kind: "named", products: [{ product: LUNCH_BAG }] });
  const when: Clause = { none: [{ any: [{ kind: "product", lines: "any", products: ["1009" as typeof TEACUP] }] }] };
  const rule = someRule({ when, path: { ...someRule().path, ifDeclined: path } });
  expect(shopDataNeeded([rule]).products).toEqual(new Set(["1009", CAKESTAND, LUNCH_BAG]));
});

test("what a draft, a paused or an archived rule names is not needed: nobody is asked by it", () => {
  const idle = (["draft", "paused", "archived"] as const).map((status) => someRule({ status }));
  expect(shopDataNeeded(idle).products.size).toBe(0);
});

test.each<[string, Clause]>([
  ["a tag", { kind: "tag", lines: "any", tags: ["sale"] }],
  ["a type", { kind: "type", lines: "any", types: ["Mug"] }],
  ["a vendor", { kind: "vendor", lines: "any", vendors: ["Encore"] }],
  ["a metafield", { kind: "product-metafield", lines: "any", namespace: "custom", key: "material", values: ["tin"] }],
  ["gift cards", { kind: "gift-card-line", lines: "any" }],
  ["shipping", { kind: "requires-shipping", lines: "none" }],
])("a rule over %s of what was bought needs every product of the shop", (_what, clause) => {
  expect(shopDataNeeded([asking(clause)]).everyProduct).toBe(true);
});

test.each<[string, ProductSource]>([
  ["complementary products", { kind: "complementary" }],
  ["the same again", { kind: "same-again" }],
  ["the dearest of the purchase", { kind: "from-purchase", which: "dearest" }],
])("a rule that offers %s needs every product of the shop", (_what, source) => {
  expect(shopDataNeeded([offering(source)]).everyProduct).toBe(true);
});

test.each<[string, Clause]>([
  ["the order's value", { kind: "order-value", atLeast: { minor: 100, currency: "GBP" as never } }],
  ["the country", { kind: "country", countries: ["GB"] }],
  ["the day", { kind: "weekday", weekdays: ["monday"] }],
])("a rule over %s needs no product", (_what, clause) => {
  expect(shopDataNeeded([asking(clause)]).everyProduct).toBe(false);
});

test("a condition on a collection needs the collection, and an offer of its products each of them too", () => {
  const asked = shopDataNeeded([asking({ kind: "collection", lines: "any", collections: [TEA_TIME] })]);
  expect([asked.collections, asked.offeredCollections]).toEqual([new Set([TEA_TIME]), new Set()]);
  const offered = shopDataNeeded([offering({ kind: "collection", collection: TEA_TIME, order: "best-selling" })]);
  expect([offered.collections, offered.offeredCollections]).toEqual([new Set([TEA_TIME]), new Set([TEA_TIME])]);
  expect([asked.everyProduct, offered.everyProduct]).toEqual([false, false]);
});

test("each metafield is named once, whatever the order of the rules", () => {
  const over = (key: string) =>
    asking({ kind: "product-metafield", lines: "any", namespace: "custom", key, values: ["x"] });
  const rules = [over("season"), over("material"), over("season")];
  expect(shopDataNeeded(rules).metafields).toEqual(["custom.material", "custom.season"]);
});
