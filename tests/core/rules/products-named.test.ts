import { expect, test } from "vitest";
import { collectionsNamedBy, metafieldsNamedBy, productsNamedBy, triggersOf } from "#app/core/rules/products-named.ts";
import type { Rule } from "#app/core/rules/rulebook.ts";
import { withRule } from "#app/core/rules/with-rule.ts";
import type { CollectionId, ProductId } from "#app/core/values/ids.ts";
import { CAKESTAND, LUNCH_BAG, someRule, TEA_TIME, TEACUP } from "#tests/support/builders.ts";

const { offer } = someRule().path;
const rule = someRule({
  when: {
    all: [
      { kind: "product", lines: "any", products: [TEACUP] },
      { kind: "collection", lines: "any", collections: ["7" as CollectionId] },
      { kind: "product-metafield", lines: "any", namespace: "custom", key: "material", values: ["oak"] },
      { none: [{ kind: "product", lines: "all", products: ["21" as ProductId] }] },
      { kind: "product", lines: "none", products: ["22" as ProductId] },
      { kind: "bought-before", products: ["23" as ProductId] },
    ],
  },
  path: {
    offer,
    ifAccepted: { offer: { ...offer, source: { kind: "bundle", items: [{ product: LUNCH_BAG, quantity: 1 }] } } },
    ifDeclined: { offer: { ...offer, source: { kind: "collection", collection: TEA_TIME, order: "random" } } },
  },
});

test("publishing reads every product of the conditions and of each step", () => {
  expect([...productsNamedBy(rule)]).toEqual([TEACUP, "21", "22", "23", CAKESTAND, LUNCH_BAG]);
});

test("publishing reads every collection and metafield that is asked for or offered", () => {
  expect([...collectionsNamedBy(rule)]).toEqual(["7", TEA_TIME]);
  expect([...metafieldsNamedBy(rule)]).toEqual(["custom.material"]);
});

test("only what makes a rule fit by being bought triggers it", () => {
  expect([...triggersOf(rule.when)]).toEqual([TEACUP]);
});

test("a rule takes the place of the one with its id, or stands at the end", () => {
  const [first, second] = [someRule(), someRule({ id: "second" as Rule["id"] })];
  const renamed = { ...first, name: "Tea for two" };
  expect(withRule({ format: 1, rules: [first, second] }, renamed).rules).toEqual([renamed, second]);
  expect(withRule({ format: 1, rules: [first] }, second).rules).toEqual([first, second]);
});
