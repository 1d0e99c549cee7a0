import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { decideHere } from "#app/core/extract/decide-here.ts";
import type { Extract, ShopExtract } from "#app/core/extract/extract.ts";
import { extractsOf } from "#app/core/extract/extracts-of.ts";
import { readExtract, readShopExtract } from "#app/core/extract/read-extract.ts";
import type { Rule } from "#app/core/rules/rulebook.ts";
import { CAKESTAND, someCatalog, someFacts, someProduct, someRule, TEACUP } from "#tests/support/builders.ts";

const catalog = someCatalog({ products: [someProduct(), someProduct({ id: TEACUP, title: "Regency Teacup" })] });
const facts = someFacts({ surface: "thank-you" });
const rule = someRule({ surfaces: ["thank-you"] });
const published = (rules: readonly Rule[] = [rule], version = 4) =>
  extractsOf({ format: 1, rules }, version, catalog, { asksApp: [], automatic: new Set() });
const { shop, products } = published();
const teacups = products.get(TEACUP) as Extract;
const read = (value: unknown): unknown => JSON.parse(JSON.stringify(value));
const decided = (parts: { readonly shop: ShopExtract; readonly products: readonly Extract[] }) =>
  decideHere(parts, facts, new Map());

describe("what the shop keeps for its pages", () => {
  test("offers the cakestand with teacups, and is certain of it", () => {
    expect(decided({ shop, products: [teacups] })).toMatchObject({
      kind: "show",
      isCertain: true,
      offer: { rule: rule.id, version: 4, products: [{ productId: CAKESTAND }] },
    });
  });

  test("written for a later release, or not ours at all, it is not read", () => {
    expect(readShopExtract({ ...shop, format: 2 })).toBeUndefined();
    expect(readShopExtract(teacups)).toBeUndefined();
    for (const odd of [undefined, null, 0, "", [], {}, { format: 1 }, { ...teacups, rules: "none" }]) {
      expect(readExtract(odd)).toBeUndefined();
      expect(readShopExtract(odd)).toBeUndefined();
    }
  });

  test("a product's part from another publication is not mixed in: the app is asked", () => {
    const later = published([{ ...rule, name: "Renamed" }], 5).products.get(TEACUP) as Extract;
    expect(decided({ shop, products: [later] })).toEqual({ kind: "nothing", isCertain: false });
  });

  test("a rule that asks what this release does not know is left to the app, the others stand", () => {
    const newer = { ...rule, id: "newer", when: { kind: "moon-phase", is: "full" } } as unknown as Rule;
    const part = readExtract(read({ ...teacups, rules: [newer, ...teacups.rules] })) as Extract;
    expect(decided({ shop, products: [part] })).toMatchObject({ kind: "show", isCertain: false });
  });

  test("whatever became of a metafield, a page never breaks by it", () => {
    const damaged = fc.oneof(
      fc.jsonValue(),
      fc
        .tuple(fc.constantFrom(...Object.keys(shop)), fc.jsonValue())
        .map(([key, value]) => ({ ...shop, [key]: value })),
      fc
        .tuple(fc.constantFrom(...Object.keys(rule), "asksApp"), fc.jsonValue())
        .map(([key, value]) => ({ ...shop, rules: [{ ...rule, [key]: value }] })),
      fc
        .tuple(fc.constantFrom(...Object.keys(someProduct())), fc.jsonValue())
        .map(([key, value]) => ({ ...teacups, ...shop, products: [{ ...someProduct(), [key]: value }] })),
    );
    fc.assert(
      fc.property(damaged, fc.array(damaged, { maxLength: 3 }), (ofShop, ofProducts) => {
        const own = readShopExtract(ofShop) ?? shop;
        expect(["show", "nothing"]).toContain(
          decided({ shop: own, products: ofProducts.flatMap((part) => readExtract(part) ?? []) }).kind,
        );
      }),
      { numRuns: 1_000 },
    );
  });

  test("tells nothing that is the merchant's own: no costs, no names of rules, no limits", () => {
    const costly = someProduct({
      variants: someProduct().variants.map((variant) => ({
        ...variant,
        cost: { minor: 417, currency: variant.price.currency },
      })),
    });
    const limited = someRule({ surfaces: ["thank-you"], limits: { acceptsPerDay: 31 } });
    const told = JSON.stringify([
      ...extractsOf(
        { format: 1, guards: { marginFloorPercent: 37 }, rules: [rule, { ...limited, id: "limited" as Rule["id"] }] },
        1,
        someCatalog({ products: [costly] }),
        { asksApp: [], automatic: new Set() },
      ).products,
    ]);
    for (const secret of ["417", "Teacups → Cakestand", "31", "37"]) expect(told).not.toContain(secret);
  });
});
