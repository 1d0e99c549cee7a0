import { describe, expect, test } from "vitest";
import type { OrderAsRead, OrderLine } from "#app/core/attribution/attribution.ts";
import { entriesFor } from "#app/core/attribution/entries-for.ts";
import { type MarkedOffers, offersAt } from "#app/core/attribution/marked-offers.ts";
import { type Mark, markText, parseMark } from "#app/core/extract/mark.ts";
import type { Offer, Rule } from "#app/core/rules/rulebook.ts";
import type { OrderId, OrderLineId, PurchaseReference } from "#app/core/values/ids.ts";
import {
  CAKESTAND,
  CAKESTAND_ROSE,
  LUNCH_BAG,
  NOON,
  pounds,
  someAcceptance,
  someCatalog,
  someCollection,
  someProduct,
  someRule,
  TEA_TIME,
  TEACUP,
  TEACUP_ROSE,
} from "#tests/support/builders.ts";

const rule = someRule();
const LINE = "81" as OrderLineId;
const cakestand: OrderLine = {
  id: LINE,
  title: "Regency Cakestand",
  product: CAKESTAND,
  variant: CAKESTAND_ROSE,
  quantity: 1,
};
const mark: Mark = {
  surface: "thank-you",
  rule: rule.id,
  version: 4,
  step: 1,
  reference: "the first purchase" as PurchaseReference,
};

/** The order of a checkout that an offer of the thank-you page opened. */
const someOrder = (overrides: Partial<OrderAsRead> = {}): OrderAsRead => ({
  id: "501" as OrderId,
  name: "#1044",
  reference: "the second purchase" as PurchaseReference,
  createdAt: NOON,
  updatedAt: NOON,
  currency: "GBP",
  total: pounds(10.84),
  outstanding: pounds(0),
  lines: [cakestand],
  addedByUs: [],
  bought: [{ line: LINE, quantity: 1, amount: pounds(10.84), at: NOON }],
  mark,
  refunds: [],
  ...overrides,
});

const { products, collections } = someCatalog({ products: [someProduct()], collections: [someCollection()] });
const offering = (...rules: readonly Rule[]): MarkedOffers => ({
  offersOf: ({ rule: id, step }) => rules.filter((one) => one.id === id).flatMap(({ path }) => offersAt(path, step)),
  products,
  collections,
});
const withSource = (source: Offer["source"]): Rule => ({ ...rule, path: { offer: { ...rule.path.offer, source } } });
const earned = (order: OrderAsRead, marked = offering(rule)) => entriesFor(order, [], [], marked);

describe("a line that the shopper bought like any other", () => {
  test("earns for the offer that its order is marked with, what was paid for it", () => {
    expect(earned(someOrder())).toEqual([
      {
        order: "501",
        line: "81",
        kind: "earned",
        source: "thank-you step 1",
        surface: "thank-you",
        rule: rule.id,
        step: 1,
        amount: pounds(10.84),
        at: NOON,
      },
    ]);
  });

  test("earns by its own mark in a cart of other things, which earn nothing", () => {
    const lines = [
      { ...cakestand, mark: { ...mark, surface: "cart" as const } },
      { id: "82" as OrderLineId, title: "Cakestand", product: CAKESTAND, variant: CAKESTAND_ROSE, quantity: 3 },
    ];
    const bought = lines.map(({ id, quantity }) => ({ line: id, quantity, amount: pounds(10), at: NOON }));
    const { mark: _ofTheOrder, ...order } = someOrder({ lines, bought });
    expect(earned(order).map(({ line, source }) => [line, source])).toEqual([["81", "cart step 1"]]);
  });

  test("earns nothing by a mark whose offer did not have it: anybody can write one", () => {
    expect(earned(someOrder(), offering())).toEqual([]);
    expect(earned(someOrder({ mark: { ...mark, step: 2 } }))).toEqual([]);
    expect(earned(someOrder({ lines: [{ ...cakestand, product: LUNCH_BAG }] }))).toEqual([]);
    const other = withSource({ kind: "named", products: [{ product: CAKESTAND, variants: [TEACUP_ROSE] }] });
    expect(earned(someOrder(), offering(other))).toEqual([]);
  });

  test("earns nothing while something is owed, and nothing for who cannot say what was offered", () => {
    expect(earned(someOrder({ outstanding: pounds(1) }))).toEqual([]);
    expect(entriesFor(someOrder(), [], [])).toEqual([]);
  });

  test("is booked once, refunds and cancellation taken off", () => {
    const booked = earned(someOrder());
    expect(entriesFor(someOrder(), [], booked, offering(rule))).toEqual([]);
    const refunded = someOrder({
      refunds: [{ id: "r1", at: NOON, lines: [{ line: LINE, quantity: 1, subtotal: pounds(4) }] }],
      cancelledAt: NOON,
    });
    expect(
      entriesFor(refunded, [], booked, offering(rule)).map(({ kind, amount, surface }) => [kind, amount, surface]),
    ).toEqual([
      ["refunded", pounds(-4), "thank-you"],
      ["cancelled", pounds(-6.84), "thank-you"],
    ]);
  });

  test("is not taken for what our app added after the payment, and the other way round", () => {
    const yes = someAcceptance({ surface: "thank-you", reference: someOrder().reference });
    const added = someOrder({ addedByUs: [{ line: LINE, quantity: 1, amount: pounds(10.84), at: NOON }], bought: [] });
    expect(entriesFor(added, [yes], [], offering(rule))).toEqual([]);
    const onThePage = someAcceptance({ reference: someOrder().reference });
    expect(entriesFor(added, [onThePage], [], offering(rule)).map(({ source }) => source)).toEqual(["step 1"]);
  });

  test.each<[string, Offer["source"], boolean]>([
    ["of a choice", { kind: "choice", products: [{ product: LUNCH_BAG }, { product: CAKESTAND }] }, true],
    ["of a bundle", { kind: "bundle", items: [{ product: CAKESTAND, variant: CAKESTAND_ROSE, quantity: 1 }] }, true],
    [
      "of a bundle in another variant",
      { kind: "bundle", items: [{ product: CAKESTAND, variant: TEACUP_ROSE, quantity: 1 }] },
      false,
    ],
    ["of a collection", { kind: "collection", collection: TEA_TIME, order: "random" }, true],
    ["once more of what was bought", { kind: "same-again" }, true],
    ["of what goes with it", { kind: "complementary" }, true],
    ["of suggestions, which offer nothing yet", { kind: "suggestions" }, false],
  ])("is known to be offered %s", (_title, source, isOffered) => {
    const marked: MarkedOffers = {
      ...offering(withSource(source)),
      products: new Map([[TEACUP, someProduct({ id: TEACUP, complementary: [CAKESTAND] })]]),
      purchaseOf: () => [
        { product: CAKESTAND, variant: CAKESTAND_ROSE },
        { product: TEACUP, variant: TEACUP_ROSE },
      ],
    };
    expect(earned(someOrder(), marked)).toHaveLength(isOffered ? 1 : 0);
  });

  test("is known by our copy of a product that the shop has deleted since", () => {
    const { product: _deleted, ...line } = cakestand;
    expect(earned(someOrder({ lines: [line] }))).toHaveLength(1);
  });
});

test("a mark is read as it was written, whatever is in it, and nothing else is one", () => {
  const odd: Mark = { ...mark, rule: "a rule & more %" as Rule["id"], reference: "c1 ü/=" as PurchaseReference };
  expect(parseMark(markText(odd))).toEqual(odd);
  for (const text of [
    "",
    "1",
    "2 cart 4 1 c1 rule",
    "1 email 4 1 c1 rule",
    "1 cart x 1 c1 rule",
    "1 cart 4 0 c1 rule",
    "1 cart 4 1 %E0%A4%A rule",
    `${markText(mark)} more`,
    "1 cart 0x4 1 c1 rule",
    "1 cart 1099511627776 1 c1 rule",
    "1 cart 4 100 c1 rule",
    "1 cart 4 1 c1%00 rule",
    `1 cart 4 1 ${"c".repeat(256)} rule`,
  ]) {
    expect(parseMark(text)).toBeUndefined();
  }
});
