import fc from "fast-check";
import type {
  BundleItem,
  Clause,
  Discount,
  NamedProduct,
  Offer,
  Path,
  ProductSource,
  Rule,
  Rulebook,
} from "#app/core/rules/rulebook.ts";
import type { Currency } from "#app/core/values/currency.ts";
import type { CollectionId, ProductId, RuleId, VariantId } from "#app/core/values/ids.ts";
import { unknownFieldsIn } from "#app/core/values/merge-fields.ts";
import { arbitraryCondition } from "./arbitrary-condition.ts";

/** Valid rulebooks with everything that a rulebook can say, for properties that must hold of every one. */

const id = fc.integer({ min: 1, max: 99_999 }).map(String);
const productId = id as fc.Arbitrary<ProductId>;
const variantId = id as fc.Arbitrary<VariantId>;
const flag = fc.constant(true);
const hundredths = (min: number, max: number) => fc.integer({ min: min * 100, max: max * 100 }).map((all) => all / 100);
const text = (maxLength: number) =>
  fc
    .string({ unit: "grapheme", minLength: 1, maxLength: 20 })
    .filter((value) => isText(value) && value.length <= maxLength);
const isText = (value: string) => value.trim() !== "" && !value.includes("\0") && value.isWellFormed();

/** Fields that may be left out, never undefined. */
function partial<Fields>(fields: { [Name in keyof Fields]: fc.Arbitrary<Fields[Name]> }) {
  return fc.record(fields, { requiredKeys: [] }) as fc.Arbitrary<Partial<Fields>>;
}

const prices = (min: number) =>
  fc.uniqueArray(
    fc.record({
      minor: fc.integer({ min, max: 100_000 }),
      currency: fc.constantFrom("GBP", "EUR", "JPY") as fc.Arbitrary<Currency>,
    }),
    { minLength: 1, maxLength: 3, selector: ({ currency }) => currency },
  );

const named: fc.Arbitrary<NamedProduct> = fc.record(
  { product: productId, variants: fc.uniqueArray(variantId, { minLength: 1, maxLength: 3 }) },
  { requiredKeys: ["product"] },
);
const item: fc.Arbitrary<BundleItem> = fc.record(
  { product: productId, variant: variantId, quantity: fc.integer({ min: 1, max: 10 }) },
  { requiredKeys: ["product", "quantity"] },
);
const severalNamed = fc.uniqueArray(named, { minLength: 2, maxLength: 5, selector: ({ product }) => product });
const severalItems = fc.uniqueArray(item, { minLength: 2, maxLength: 5, selector: ({ product }) => product });
const bundle = fc.record({ kind: fc.constant("bundle" as const), items: severalItems });

const source: fc.Arbitrary<ProductSource> = fc.oneof(
  fc.record({ kind: fc.constant("named" as const), products: fc.array(named, { minLength: 1, maxLength: 4 }) }),
  fc.record({ kind: fc.constant("choice" as const), products: severalNamed }),
  fc.record({
    kind: fc.constant("collection" as const),
    collection: id as fc.Arbitrary<CollectionId>,
    order: fc.constantFrom("best-selling", "cheapest", "random"),
  }),
  fc.record({ kind: fc.constant("from-purchase" as const), which: fc.constantFrom("dearest", "cheapest") }),
  fc.constantFrom(
    { kind: "same-again" } as const,
    { kind: "complementary" } as const,
    { kind: "suggestions" } as const,
    { kind: "next-journey-step" } as const,
  ),
);

const discount: fc.Arbitrary<Discount> = fc.oneof(
  fc.constant({ kind: "none" } as const),
  fc.record({ kind: fc.constant("percent" as const), percent: hundredths(0.01, 100) }),
  fc.record({ kind: fc.constant("amount" as const), amounts: prices(1) }),
  fc.record({ kind: fc.constant("fixed-price" as const), prices: prices(0) }),
);

const words = text(120).filter((written) => unknownFieldsIn(written).length === 0);
const worded = fc.dictionary(fc.constantFrom("en", "de", "fr", "ja"), words, { noNullPrototype: true });

const rest = {
  shipping: fc.oneof(
    fc.constant({ kind: "free" } as const),
    fc.record({ kind: fc.constant("price" as const), prices: prices(0) }),
  ),
  words: fc.record({ headline: worded, reason: worded }),
};
const quantityMost = fc.integer({ min: 1, max: 10 });
const one = fc.constant(1);
const requiredKeys = ["kind", "source", "discount", "quantityMost", "shipping", "words"] as const;

const offer: fc.Arbitrary<Offer> = fc.oneof(
  fc.record(
    {
      kind: fc.constantFrom("cross-sell", "upsell", "bump", "downsell", "tripwire"),
      source,
      discount,
      quantityMost,
      evenIfBoughtBefore: flag,
      ...rest,
    },
    { requiredKeys: [...requiredKeys] },
  ),
  fc.record({ kind: fc.constantFrom("bundle", "cross-sell"), source: bundle, discount, quantityMost: one, ...rest }),
  fc.record({
    kind: fc.constant("gift" as const),
    source,
    discount: fc.constant({ kind: "percent" as const, percent: 100 }),
    quantityMost: one,
    ...rest,
  }),
  fc.record({
    kind: fc.constant("partner" as const),
    source,
    discount,
    quantityMost,
    partner: fc.record({ name: text(120), commissionPercent: hundredths(0, 100) }),
    ...rest,
  }),
);

const path = (steps: number): fc.Arbitrary<Path> =>
  steps === 1
    ? fc.record({ offer })
    : fc.record({ offer, ifAccepted: path(steps - 1), ifDeclined: path(steps - 1) }, { requiredKeys: ["offer"] });

const group = (part: fc.Arbitrary<Clause>): fc.Arbitrary<Clause> => {
  const parts = fc.array(part, { minLength: 1, maxLength: 3 });
  return fc.oneof(fc.record({ all: parts }), fc.record({ any: parts }), fc.record({ none: parts }));
};
const clause: fc.Arbitrary<Clause> = fc.oneof(
  fc.constant({ all: [] }),
  arbitraryCondition,
  group(fc.oneof({ weight: 4, arbitrary: arbitraryCondition }, { weight: 1, arbitrary: group(arbitraryCondition) })),
);

const inARow = fc.integer({ min: 1, max: 100 });
const notEmpty = (value: object) => Object.keys(value).length > 0;
const instant = fc.integer({ min: 0, max: 4_000_000_000_000 });

export const arbitraryRule: fc.Arbitrary<Rule> = fc.record(
  {
    id: fc.stringMatching(/^[a-z0-9-]{1,64}$/) as fc.Arbitrary<RuleId>,
    name: text(120),
    status: fc.constantFrom("draft", "active", "paused", "archived"),
    surfaces: fc.uniqueArray(
      fc.constantFrom("cart", "checkout", "post-purchase", "thank-you", "order-status", "email"),
      { minLength: 1 },
    ),
    when: clause,
    path: path(3),
    priority: fc.integer({ min: 1, max: 10_000 }),
    schedule: fc.constantFrom(
      { from: "2026-11-27T09:00" },
      { until: "2028-02-29" },
      { from: "2026-11-27", until: "2026-11-27T00:01" },
    ),
    limits: partial({
      oncePerCustomer: partial({ days: fc.integer({ min: 1, max: 3_650 }) }),
      acceptsPerDay: fc.integer({ min: 1, max: 1_000_000 }),
      discountBudget: prices(1).map(([amount]) => amount as NonNullable<typeof amount>),
    }).filter(notEmpty),
    pauseAfter: partial({ soldOut: inARow, paymentErrors: inARow, refunds: inARow }).filter(notEmpty),
    pausedBecause: fc.record({ what: fc.constantFrom("soldOut", "paymentErrors", "refunds"), inARow, at: instant }),
    editedAt: instant,
  },
  { requiredKeys: ["id", "name", "status", "surfaces", "when", "path", "priority", "editedAt"] },
);

export const arbitraryRulebook: fc.Arbitrary<Rulebook> = fc.record(
  {
    format: fc.constant(1),
    guards: partial({
      priceCapPercent: hundredths(0.01, 100),
      marginFloorPercent: hundredths(0, 100),
      offerAgainWhatWasBought: fc.constant(true),
    }),
    words: fc.record({ headline: worded, reason: worded }),
    look: partial({ pictures: fc.constant("hidden") }),
    rules: fc.uniqueArray(arbitraryRule, { maxLength: 4, selector: ({ id }) => id }),
  },
  { requiredKeys: ["format", "rules"] },
);
