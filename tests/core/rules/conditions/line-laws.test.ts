import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { Catalog } from "#app/core/catalog/catalog.ts";
import type { Facts, PurchaseLine } from "#app/core/facts/facts.ts";
import type { Truth } from "#app/core/rules/conditions/condition.ts";
import { type ConditionSpec, holdsOf, prepare } from "#app/core/rules/conditions/index.ts";
import type { LineQuantifier } from "#app/core/rules/conditions/lines.ts";
import type { CollectionId, ProductId, VariantId } from "#app/core/values/ids.ts";
import { someCatalog, someCollection, someFacts, someLine, someProduct, someVariant } from "#tests/support/builders.ts";

/** Few words for much, so that purchases, products and conditions meet often. */
const PRODUCTS = ["1", "2", "3", "4"] as ProductId[];
const COLLECTIONS = ["51", "52", "53"] as CollectionId[];
const WORDS = ["oak", "Ash", "tin"];

const variantsOf = (product: ProductId) => [`${product}1`, `${product}2`] as VariantId[];

const line: fc.Arbitrary<PurchaseLine> = fc
  .record({ product: fc.constantFrom(...PRODUCTS), first: fc.boolean(), plan: fc.boolean(), quantity: fc.nat(3) })
  .map(({ product, first, plan, quantity }) => {
    const variant = variantsOf(product)[first ? 0 : 1] as VariantId;
    return someLine({ product, variant, quantity: quantity + 1, ...(plan ? { sellingPlan: "501" } : {}) });
  });

const purchase = fc.array(line, { maxLength: 4 }).map((lines) => someFacts({ lines }));

const word = fc.constantFrom(...WORDS);

const product = (id: ProductId) =>
  fc
    .record({ type: word, vendor: word, tags: fc.subarray(WORDS), isGiftCard: fc.boolean(), isSent: fc.boolean() })
    .chain(({ isSent, ...attributes }) =>
      fc.option(word, { nil: undefined }).map((material) =>
        someProduct({
          id,
          ...attributes,
          metafields: material === undefined ? {} : { "custom.material": material },
          variants: variantsOf(id).map((variant, index) =>
            someVariant({ id: variant, requiresShipping: index === 0 ? isSent : !isSent }),
          ),
        }),
      ),
    );

const collection = (id: CollectionId) => fc.subarray(PRODUCTS).map((products) => someCollection({ id, products }));

/** A shop as it is, and our copy of it: the same with some products and collections missing. */
const shopAndCopy: fc.Arbitrary<{ shop: Catalog; copy: Catalog }> = fc
  .record({
    products: fc.tuple(...PRODUCTS.map(product)),
    collections: fc.tuple(...COLLECTIONS.map(collection)),
    copied: fc.subarray(PRODUCTS),
    copiedCollections: fc.subarray(COLLECTIONS),
  })
  .map(({ products, collections, copied, copiedCollections }) => ({
    shop: someCatalog({ products, collections }),
    copy: someCatalog({
      products: products.filter(({ id }) => copied.includes(id)),
      collections: collections.filter(({ id }) => copiedCollections.includes(id)),
    }),
  }));

const some = <Value>(values: readonly Value[]) => fc.subarray([...values], { minLength: 1 });

type WithLines = Extract<ConditionSpec, { lines: "any" | "only" | "none" }>;
type Spec = (lines: LineQuantifier) => ConditionSpec;

const ofValues: fc.Arbitrary<Spec> = fc.oneof(
  some(PRODUCTS).map(
    (products): Spec =>
      (lines) => ({ kind: "product", lines, products }),
  ),
  some(PRODUCTS.flatMap(variantsOf)).map(
    (variants): Spec =>
      (lines) => ({ kind: "variant", lines, variants }),
  ),
  some(COLLECTIONS).map(
    (collections): Spec =>
      (lines) => ({ kind: "collection", lines, collections }),
  ),
  some(WORDS).map(
    (tags): Spec =>
      (lines) => ({ kind: "tag", lines, tags }),
  ),
  some(WORDS).map(
    (types): Spec =>
      (lines) => ({ kind: "type", lines, types }),
  ),
  some(WORDS).map(
    (vendors): Spec =>
      (lines) => ({ kind: "vendor", lines, vendors }),
  ),
);

type PlainSpec = (lines: WithLines["lines"]) => ConditionSpec;

const ofAnyKind: fc.Arbitrary<PlainSpec> = fc.oneof(
  { weight: 3, arbitrary: ofValues as fc.Arbitrary<PlainSpec> },
  some(WORDS).map(
    (values): PlainSpec =>
      (lines) => ({ kind: "product-metafield", lines, namespace: "custom", key: "material", values }),
  ),
  fc.constantFrom("subscription-line", "gift-card-line", "requires-shipping").map(
    (kind): PlainSpec =>
      (lines) =>
        ({ kind, lines }) as ConditionSpec,
  ),
);

const plain = fc.constantFrom("any", "only", "none") as fc.Arbitrary<WithLines["lines"]>;

const everySpec: fc.Arbitrary<ConditionSpec> = fc.oneof(
  fc.tuple(ofAnyKind, plain).map(([spec, lines]) => spec(lines)),
  ofValues.map((spec) => spec("all")),
);

const holds = (spec: ConditionSpec, facts: Facts, catalog: Catalog): Truth =>
  holdsOf(spec.kind)(prepare(spec), facts, catalog);

const not = (truth: Truth): Truth => (truth === "true" ? "false" : truth === "false" ? "true" : "unknown");

describe("whatever was bought, and whatever our copy of the shop lacks", () => {
  test("none of the lines is so exactly when not any is, unknown alike", () => {
    fc.assert(
      fc.property(ofAnyKind, purchase, shopAndCopy, (spec, facts, { copy }) => {
        expect(holds(spec("none"), facts, copy)).toBe(not(holds(spec("any"), facts, copy)));
      }),
    );
  });

  test("only such lines means any such line, and with one value all means any", () => {
    fc.assert(
      fc.property(ofAnyKind, purchase, shopAndCopy, (spec, facts, { copy }) => {
        if (holds(spec("only"), facts, copy) === "true") expect(holds(spec("any"), facts, copy)).toBe("true");
      }),
    );
    fc.assert(
      fc.property(fc.constantFrom(...WORDS), purchase, shopAndCopy, (tag, facts, { copy }) => {
        const ofTag = (lines: LineQuantifier) => holds({ kind: "tag", lines, tags: [tag] }, facts, copy);
        expect(ofTag("all")).toBe(ofTag("any"));
      }),
    );
  });

  test("all of the values are bought exactly when each alone is", () => {
    fc.assert(
      fc.property(some(COLLECTIONS), purchase, shopAndCopy, (collections, facts, { copy }) => {
        const from = (lines: LineQuantifier, asked: readonly CollectionId[]) =>
          holds({ kind: "collection", lines, collections: asked }, facts, copy);
        const each = collections.map((collection) => from("any", [collection]));
        const every = each.includes("false") ? "false" : each.includes("unknown") ? "unknown" : "true";
        expect(from("all", collections)).toBe(every);
      }),
    );
  });

  test("the order of the lines never matters", () => {
    const twice = purchase.chain((facts) =>
      fc
        .shuffledSubarray([...facts.lines], { minLength: facts.lines.length })
        .map((lines) => [facts, { ...facts, lines }] as const),
    );
    fc.assert(
      fc.property(everySpec, twice, shopAndCopy, (spec, [facts, shuffled], { copy }) => {
        expect(holds(spec, shuffled, copy)).toBe(holds(spec, facts, copy));
      }),
    );
  });

  test("learning more of the shop settles what was unknown and changes nothing that was known", () => {
    fc.assert(
      fc.property(everySpec, purchase, shopAndCopy, (spec, facts, { shop, copy }) => {
        const told = holds(spec, facts, shop);
        expect(told).not.toBe("unknown");
        expect(["unknown", told]).toContain(holds(spec, facts, copy));
      }),
    );
  });

  test("values that nothing has change nothing, however many there are", () => {
    const idle = Array.from({ length: 12 }, (_, index) => `nothing ${index}`);
    fc.assert(
      fc.property(some(WORDS), plain, purchase, shopAndCopy, (types, lines, facts, { copy }) => {
        const few = holds({ kind: "type", lines, types }, facts, copy);
        expect(holds({ kind: "type", lines, types: [...types, ...idle] }, facts, copy)).toBe(few);
      }),
    );
  });
});
