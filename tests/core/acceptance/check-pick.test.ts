import { describe, expect, test } from "vitest";
import type { Ticket } from "#app/core/acceptance/acceptance.ts";
import { changesFor } from "#app/core/acceptance/changes.ts";
import { checkPick } from "#app/core/acceptance/check-pick.ts";
import { repricedOffer } from "#app/core/acceptance/repriced-offer.ts";
import type { CatalogProduct, CatalogVariant } from "#app/core/catalog/catalog.ts";
import type { Discount } from "#app/core/rules/rulebook.ts";
import type { Currency } from "#app/core/values/currency.ts";
import type { ProductId, VariantId } from "#app/core/values/ids.ts";
import {
  CAKESTAND,
  CAKESTAND_ROSE,
  GBP,
  LUNCH_BAG,
  pounds,
  someCatalog,
  someProduct,
  someVariant,
} from "#tests/support/builders.ts";
import { someChosenOffer, someOfferedProduct, someOfferedVariant, someTicket } from "#tests/support/some-offer.ts";

const BAG = "2003" as VariantId;

const cakestand = (variant: Partial<CatalogVariant> = {}, product: Partial<CatalogProduct> = {}) =>
  someProduct({ variants: [someVariant(variant)], ...product });
const bag = (variant: Partial<CatalogVariant> = {}) =>
  someProduct({
    id: LUNCH_BAG,
    title: "Lunch Bag",
    variants: [someVariant({ id: BAG, price: pounds(4), ...variant })],
  });
const shopWith = (...products: readonly CatalogProduct[]) => ({ catalog: someCatalog({ products }) });

/** A cakestand at £12.75, offered for `offerPrice` each. */
const single = (discount: Discount, offerPrice: number, kind: "none" | "percent" | "amount" = "amount"): Ticket =>
  someTicket({
    discount,
    offer: someChosenOffer({
      discount: discount.kind === "percent" ? discount : kind === "none" ? { kind } : { kind: "amount" },
      products: [someOfferedProduct({ variants: [someOfferedVariant({ offerPrice: pounds(offerPrice) })] })],
    }),
  });

/** A cakestand at £12.75 and two lunch bags at £4 each: £20.75, together for £16.60. */
const bundle = (discount: Discount = { kind: "fixed-price", prices: [pounds(16.6)] }): Ticket =>
  someTicket({
    discount,
    offer: someChosenOffer({
      kind: "bundle",
      arrangement: "together",
      discount: { kind: "amount" },
      products: [
        someOfferedProduct({ variants: [someOfferedVariant({ offerPrice: pounds(10.2), quantityMost: 1 })] }),
        someOfferedProduct({
          product: LUNCH_BAG,
          title: "Lunch Bag",
          pieces: 2,
          variants: [someOfferedVariant({ variant: BAG, price: pounds(8), offerPrice: pounds(6.4), quantityMost: 1 })],
        }),
      ],
    }),
  });

const oneCakestand = [{ variant: CAKESTAND_ROSE, quantity: 1 }];
const wholeBundle = [
  { variant: CAKESTAND_ROSE, quantity: 1 },
  { variant: BAG, quantity: 2 },
];

const off = (amount: number): Discount => ({ kind: "amount", amounts: [pounds(amount)] });
const fixed = (price: number): Discount => ({ kind: "fixed-price", prices: [pounds(price)] });

describe("one of several", () => {
  const choice = someTicket({
    offer: someChosenOffer({
      products: [
        someOfferedProduct(),
        someOfferedProduct({ product: LUNCH_BAG, variants: [someOfferedVariant({ variant: BAG })] }),
      ],
    }),
  });
  const shop = shopWith(cakestand(), bag());

  test("the shopper takes one of the products that are offered to choose from", () => {
    expect(checkPick(choice, [{ variant: BAG, quantity: 2 }], shop)).toMatchObject({
      kind: "ok",
      items: [{ product: LUNCH_BAG, variant: BAG, quantity: 2, amount: pounds(21.68) }],
    });
  });

  test.each([
    ["two of the products at once", [...oneCakestand, { variant: BAG, quantity: 1 }]],
    ["the same one twice", [...oneCakestand, ...oneCakestand]],
    ["nothing", []],
    ["more pieces than were offered", [{ variant: CAKESTAND_ROSE, quantity: 3 }]],
    ["no piece", [{ variant: CAKESTAND_ROSE, quantity: 0 }]],
    ["what was not offered", [{ variant: "9" as VariantId, quantity: 1 }]],
  ])("%s is not allowed", (_title, pick) => {
    expect(checkPick(choice, pick, shop)).toEqual({ kind: "not-allowed" });
  });
});

describe("a bundle", () => {
  const shop = shopWith(cakestand(), bag());

  test("is taken whole, each item with its pieces, for the price that was shown", () => {
    const verdict = checkPick(bundle(), wholeBundle, shop);
    if (verdict.kind !== "ok") throw new Error(verdict.kind);
    expect(verdict.items).toMatchObject([
      { product: CAKESTAND, quantity: 1, amount: pounds(10.2), price: pounds(12.75), off: pounds(2.55) },
      { product: LUNCH_BAG, quantity: 2, amount: pounds(6.4), price: pounds(8), off: pounds(1.6) },
    ]);
    expect(changesFor(bundle().offer, verdict.items)).toEqual([
      {
        type: "add_variant",
        variant: CAKESTAND_ROSE,
        quantity: 1,
        discount: { kind: "amount", off: pounds(2.55), title: "−2.55 GBP" },
      },
      {
        type: "add_variant",
        variant: BAG,
        quantity: 2,
        discount: { kind: "amount", off: pounds(1.6), title: "−1.60 GBP" },
      },
    ]);
  });

  test.each([
    ["without one of its items", oneCakestand],
    ["with fewer pieces of an item", [...oneCakestand, { variant: BAG, quantity: 1 }]],
    ["with more pieces of an item", [...oneCakestand, { variant: BAG, quantity: 3 }]],
    ["with something else besides", [...wholeBundle, { variant: "9" as VariantId, quantity: 1 }]],
    ["with one item twice instead of both", [...oneCakestand, ...oneCakestand]],
  ])("is not allowed %s", (_title, pick) => {
    expect(checkPick(bundle(), pick, shop)).toEqual({ kind: "not-allowed" });
  });

  test("is unavailable when one of its items is sold out, and says which", () => {
    const short = shopWith(cakestand(), bag({ stock: { kind: "tracked", left: 1 } }));
    expect(checkPick(bundle(), wholeBundle, short)).toEqual({
      kind: "unavailable",
      why: "sold-out",
      product: LUNCH_BAG,
    });
    expect(repricedOffer(bundle(), short)).toBeUndefined();
  });

  test("keeps its fixed price when one item has become dearer", () => {
    const dearer = shopWith(cakestand({ price: pounds(20) }), bag());
    const verdict = checkPick(bundle(), wholeBundle, dearer);
    if (verdict.kind !== "ok") throw new Error(verdict.kind);
    const charged = verdict.items.reduce((total, { price, off }) => total + price.minor - off.minor, 0);
    expect(charged).toBe(1660);
  });

  test("for so much off the whole, one dearer item is a new price, shown first", () => {
    const dearer = shopWith(cakestand({ price: pounds(20) }), bag());
    expect(checkPick(bundle(off(4.15)), wholeBundle, dearer)).toEqual({ kind: "price-changed" });
    const repriced = repricedOffer(bundle(off(4.15)), dearer);
    const shown = repriced?.products.reduce((total, { variants }) => total + (variants[0]?.offerPrice.minor ?? 0), 0);
    expect(shown).toBe(2800 - 415);
  });
});

describe("a price that has changed since it was shown", () => {
  const now = (price: number) => shopWith(cakestand({ price: pounds(price) }));

  test.each([
    ["at the shop's own price", single({ kind: "none" }, 12.75, "none"), 12.76],
    ["with a percentage off", single({ kind: "percent", percent: 15 }, 10.84), 12.77],
    ["with an amount off", single(off(2), 10.75), 12.76],
  ])("an offer %s is shown anew when the price has risen", (_title, ticket, price) => {
    expect(checkPick(ticket, oneCakestand, now(price))).toEqual({ kind: "price-changed" });
  });

  test("an offer at a fixed price keeps it, whatever the shop's price has risen to", () => {
    const ticket = single(fixed(9), 9);
    const verdict = checkPick(ticket, oneCakestand, now(30));
    if (verdict.kind !== "ok") throw new Error(verdict.kind);
    expect(changesFor(ticket.offer, verdict.items)).toMatchObject([{ discount: { kind: "amount", off: pounds(21) } }]);
  });

  test.each([
    ["a percentage off", single({ kind: "percent", percent: 15 }, 10.84), 10, 8.5],
    ["an amount off", single(off(2), 10.75), 10, 8],
    ["an amount off that is more than it costs now", single(off(2), 10.75), 1.5, 0],
    ["a fixed price above what it costs now", single(fixed(9), 9), 7, 7],
    ["a fixed price still below what it costs now", single(fixed(9), 9), 10, 9],
  ])(
    "with %s, what became cheaper is charged at the price of now, never more than shown",
    (_title, ticket, price, charged) => {
      const verdict = checkPick(ticket, [{ variant: CAKESTAND_ROSE, quantity: 2 }], now(price));
      if (verdict.kind !== "ok") throw new Error(verdict.kind);
      const [item] = verdict.items;
      expect((item?.price.minor ?? 0) - (item?.off.minor ?? 0)).toBe(pounds(charged).minor * 2);
    },
  );

  test("nothing off is no discount on the order", () => {
    const ticket = single(fixed(9), 9);
    const verdict = checkPick(ticket, oneCakestand, now(7));
    if (verdict.kind !== "ok") throw new Error(verdict.kind);
    expect(changesFor(ticket.offer, verdict.items)).toEqual([
      { type: "add_variant", variant: CAKESTAND_ROSE, quantity: 1 },
    ]);
  });

  test("a price in another currency by now says nothing about what was shown: the offer is gone", () => {
    const euros = shopWith(cakestand({ price: { minor: 1275, currency: "EUR" as Currency } }));
    expect(checkPick(someTicket(), oneCakestand, euros)).toMatchObject({ kind: "unavailable", why: "gone" });
  });

  test.each(["draft", "archived", "unlisted", "deleted"] as const)("a product that is %s by now is gone", (status) => {
    const shop = shopWith(cakestand({}, { status }));
    expect(checkPick(someTicket(), oneCakestand, shop)).toMatchObject({ kind: "unavailable", why: "gone" });
  });

  test("a product that we have no copy of any more is gone", () => {
    expect(checkPick(someTicket(), oneCakestand, shopWith())).toMatchObject({ kind: "unavailable", why: "gone" });
  });
});

describe("an offer shown anew", () => {
  test("leaves out what can't be had any more, and never allows more than before", () => {
    const both = someTicket({
      offer: someChosenOffer({
        products: [
          someOfferedProduct(),
          someOfferedProduct({ product: LUNCH_BAG, variants: [someOfferedVariant({ variant: BAG })] }),
        ],
      }),
    });
    const shop = shopWith(
      cakestand({ price: pounds(20), stock: { kind: "tracked", left: 1 } }),
      bag({ stock: { kind: "unavailable" } }),
    );
    expect(repricedOffer(both, shop)?.products).toMatchObject([
      { product: CAKESTAND, variants: [{ price: pounds(20), offerPrice: pounds(17), quantityMost: 1 }] },
    ]);
  });

  test("is none when nothing of it can be had", () => {
    expect(repricedOffer(someTicket(), shopWith())).toBeUndefined();
  });
});

test("what sending it costs is a line of its own, and free is none", () => {
  const items = [
    {
      product: "1" as ProductId,
      variant: CAKESTAND_ROSE,
      quantity: 1,
      amount: pounds(1),
      price: pounds(1),
      off: pounds(0),
    },
  ];
  const none = someChosenOffer({ discount: { kind: "none" } });
  const sent = someChosenOffer({ discount: { kind: "none" }, shipping: { kind: "price", price: pounds(3.5) } });
  const nothing = someChosenOffer({
    discount: { kind: "none" },
    shipping: { kind: "price", price: { minor: 0, currency: GBP } },
  });
  expect(changesFor(none, items)).toHaveLength(1);
  expect(changesFor(nothing, items)).toHaveLength(1);
  expect(changesFor(sent, items)[1]).toEqual({ type: "add_shipping_line", price: pounds(3.5), title: "Shipping" });
});
