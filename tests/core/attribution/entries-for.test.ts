import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { Acceptance } from "#app/core/acceptance/acceptance.ts";
import type { EarningEntry, OrderAsRead, OrderRefund } from "#app/core/attribution/attribution.ts";
import { entriesFor, netOf } from "#app/core/attribution/entries-for.ts";
import type { OrderId, OrderLineId, PurchaseReference, VariantId } from "#app/core/values/ids.ts";
import {
  someAcceptance as acceptanceOfOne,
  CAKESTAND,
  CAKESTAND_ROSE,
  GBP,
  LUNCH_BAG,
  NOON,
  pounds,
  someRule,
} from "#tests/support/builders.ts";

const reference = "c1-reference" as PurchaseReference;
const LINE = "70" as OrderLineId;
const { id: rule } = someRule();

/** Two pieces, as the line below has. */
const TWO = { product: CAKESTAND, variant: CAKESTAND_ROSE, quantity: 2, amount: pounds(21.68) };
const someAcceptance = (overrides: Partial<Acceptance> = {}) => acceptanceOfOne({ items: [TWO], ...overrides });

const someOrder = (overrides: Partial<OrderAsRead> = {}): OrderAsRead => ({
  id: "500" as OrderId,
  name: "#1043",
  reference,
  createdAt: NOON,
  updatedAt: NOON + 60_000,
  currency: "GBP",
  total: pounds(69.88),
  outstanding: pounds(0),
  lines: [
    {
      id: "69" as OrderLineId,
      title: "Regency Teacup",
      variant: "2001" as VariantId,
      quantity: 2,
    },
    { id: LINE, title: "Regency Cakestand", variant: CAKESTAND_ROSE, quantity: 2 },
  ],
  addedByUs: [{ line: LINE, quantity: 2, amount: pounds(21.68), at: NOON + 30_000 }],
  refunds: [],
  ...overrides,
});

const refundOf = (id: string, quantity: number, amount: number, line = LINE): OrderRefund => ({
  id,
  at: NOON + 90_000,
  lines: [{ line, quantity, subtotal: pounds(amount) }],
});

const netPence = (entries: readonly EarningEntry[]) => netOf(entries, GBP).minor;

describe("what an order earned", () => {
  test("a line that our app added and a shopper accepted earns what was paid for it", () => {
    expect(entriesFor(someOrder(), [someAcceptance()], [])).toEqual([
      {
        order: "500",
        line: "70",
        kind: "earned",
        source: "step 1",
        surface: "post-purchase",
        rule,
        step: 1,
        amount: pounds(21.68),
        at: NOON + 30_000,
      },
    ]);
  });

  test("what counts is what Shopify took for the line, where its one discount is rounded otherwise than ours for a piece", () => {
    const order = someOrder({ addedByUs: [{ line: LINE, quantity: 2, amount: pounds(21.67), at: NOON }] });
    expect(netPence(entriesFor(order, [someAcceptance()], []))).toBe(2167);
  });

  test("an order without an acceptance earns nothing, whatever our app added", () => {
    expect(entriesFor(someOrder(), [], [])).toEqual([]);
  });

  test("a line whose charge failed earns nothing while it is owed, and its price once it is paid", () => {
    expect(entriesFor(someOrder({ outstanding: pounds(26.02) }), [someAcceptance()], [])).toEqual([]);
    expect(netPence(entriesFor(someOrder(), [someAcceptance()], []))).toBe(2168);
  });

  test("what was booked before something else was added to the order stays booked", () => {
    const booked = entriesFor(someOrder(), [someAcceptance()], []);
    expect(entriesFor(someOrder({ outstanding: pounds(5) }), [someAcceptance()], booked)).toEqual([]);
  });

  test("an accepted offer earns nothing until our app's line is in the order", () => {
    expect(entriesFor(someOrder({ addedByUs: [] }), [someAcceptance()], [])).toEqual([]);
  });

  test("a line with another variant or another quantity than accepted is not ours to count", () => {
    expect(entriesFor(someOrder(), [someAcceptance({ items: [{ ...TWO, variant: "9" as VariantId }] })], [])).toEqual(
      [],
    );
    expect(entriesFor(someOrder(), [someAcceptance({ items: [{ ...TWO, quantity: 1 }] })], [])).toEqual([]);
  });

  test("an acceptance of another purchase does not count here", () => {
    expect(entriesFor(someOrder(), [someAcceptance({ reference: "c2" as PurchaseReference })], [])).toEqual([]);
  });

  test("one acceptance counts for one line, even when two alike were added", () => {
    const twice = someOrder({
      lines: [
        ...someOrder().lines,
        {
          id: "71" as OrderLineId,
          title: "Regency Cakestand",
          variant: CAKESTAND_ROSE,
          quantity: 2,
        },
      ],
      addedByUs: [
        { line: LINE, quantity: 2, amount: pounds(21.68), at: NOON },
        { line: "71" as OrderLineId, quantity: 2, amount: pounds(21.68), at: NOON },
      ],
    });
    expect(entriesFor(twice, [someAcceptance()], [])).toHaveLength(1);
    expect(entriesFor(twice, [someAcceptance(), someAcceptance({ step: 2, jti: "j2" })], [])).toHaveLength(2);
  });

  describe("of a bundle", () => {
    const BAG = "2003" as VariantId;
    const BAGS = "72" as OrderLineId;
    const bundle = someAcceptance({
      items: [TWO, { product: LUNCH_BAG, variant: BAG, quantity: 3, amount: pounds(9.6) }],
    });
    const withBags = (overrides: Partial<OrderAsRead> = {}) =>
      someOrder({
        lines: [...someOrder().lines, { id: BAGS, title: "Lunch Bag", variant: BAG, quantity: 3 }],
        addedByUs: [{ line: BAGS, quantity: 3, amount: pounds(9.6), at: NOON + 30_000 }, ...someOrder().addedByUs],
        ...overrides,
      });

    test("each item earns what its own line was sold for, under the step it was accepted at", () => {
      const entries = entriesFor(withBags(), [bundle], []);
      expect(entries.map(({ line, step, amount }) => [line, step, amount.minor])).toEqual([
        [BAGS, 1, 960],
        [LINE, 1, 2168],
      ]);
    });

    test("an item whose line comes later is booked then, and once", () => {
      const first = entriesFor(someOrder(), [bundle], []);
      expect(netPence(first)).toBe(2168);
      const then = entriesFor(withBags(), [bundle], first);
      expect(then.map(({ line }) => line)).toEqual([BAGS]);
      expect(entriesFor(withBags(), [bundle], [...first, ...then])).toEqual([]);
    });

    test("a second line of an item that is booked earns nothing", () => {
      const booked = entriesFor(someOrder(), [someAcceptance()], []);
      const twice = someOrder({
        lines: [
          ...someOrder().lines,
          { id: "73" as OrderLineId, title: "Cakestand", variant: CAKESTAND_ROSE, quantity: 2 },
        ],
        addedByUs: [
          ...someOrder().addedByUs,
          { line: "73" as OrderLineId, quantity: 2, amount: pounds(21.68), at: NOON },
        ],
      });
      expect(entriesFor(twice, [someAcceptance()], booked)).toEqual([]);
    });

    test("a refund of one item takes from that item's line alone, a cancellation what is left of each", () => {
      const order = withBags({ refunds: [refundOf("r1", 3, 9.6, BAGS)], cancelledAt: NOON + 95_000 });
      expect(entriesFor(order, [bundle], []).map(({ line, kind, amount }) => [line, kind, amount.minor])).toEqual([
        [BAGS, "earned", 960],
        [BAGS, "refunded", -960],
        [LINE, "earned", 2168],
        [LINE, "cancelled", -2168],
      ]);
    });

    test("its lines and those of the step that followed are told apart, in whatever order they are read", () => {
      const next = acceptanceOfOne({
        step: 2,
        jti: "j2",
        items: [{ ...TWO, variant: BAG, quantity: 1, amount: pounds(3) }],
      });
      const lines = [...withBags().lines, { id: "74" as OrderLineId, title: "Lunch Bag", variant: BAG, quantity: 1 }];
      const added = [
        ...withBags().addedByUs,
        { line: "74" as OrderLineId, quantity: 1, amount: pounds(3), at: NOON + 60_000 },
      ];
      const orders = [
        withBags({ lines, addedByUs: added.slice(0, 1) }),
        withBags({ lines, addedByUs: added.toReversed() }),
        withBags({ lines, addedByUs: added }),
      ];
      fc.assert(
        fc.property(fc.array(fc.constantFrom(...orders), { maxLength: 5 }), (reads) => {
          const booked: EarningEntry[] = [];
          for (const order of [...reads, withBags({ lines, addedByUs: added })]) {
            booked.push(...entriesFor(order, [bundle, next], booked));
          }
          expect(booked.map(({ line, step }) => `${line} of step ${step}`).sort()).toEqual([
            "70 of step 1",
            "72 of step 1",
            "74 of step 2",
          ]);
        }),
      );
    });
  });

  test("asking again adds nothing", () => {
    const order = someOrder({ refunds: [refundOf("r1", 1, 10.84)] });
    const booked = entriesFor(order, [someAcceptance()], []);
    expect(entriesFor(order, [someAcceptance()], booked)).toEqual([]);
  });
});

describe("what goes back", () => {
  test("refunding one of two pieces takes its price away", () => {
    const entries = entriesFor(someOrder({ refunds: [refundOf("r1", 1, 10.84)] }), [someAcceptance()], []);
    expect(entries.map(({ kind, amount }) => [kind, amount.minor])).toEqual([
      ["earned", 2168],
      ["refunded", -1084],
    ]);
  });

  test("refunding another line takes nothing away", () => {
    const order = someOrder({ refunds: [refundOf("r1", 1, 2.95, "69" as OrderLineId)] });
    expect(netPence(entriesFor(order, [someAcceptance()], []))).toBe(2168);
  });

  test("cancelling takes away what refunds left", () => {
    const order = someOrder({ refunds: [refundOf("r1", 1, 10.84)], cancelledAt: NOON + 95_000 });
    const entries = entriesFor(order, [someAcceptance()], []);
    expect(entries.map(({ kind, amount }) => [kind, amount.minor])).toEqual([
      ["earned", 2168],
      ["refunded", -1084],
      ["cancelled", -1084],
    ]);
  });

  test("a refund larger than the line leaves nothing, never less", () => {
    expect(netPence(entriesFor(someOrder({ refunds: [refundOf("r1", 2, 99)] }), [someAcceptance()], []))).toBe(0);
  });

  test("however often and in whatever order the order is read, the same is left", () => {
    const states = [
      someOrder(),
      someOrder({ refunds: [refundOf("r1", 1, 10.84)] }),
      someOrder({ refunds: [refundOf("r1", 1, 10.84), refundOf("r2", 1, 5)] }),
      someOrder({ refunds: [refundOf("r1", 1, 10.84), refundOf("r2", 1, 5)], cancelledAt: NOON + 95_000 }),
    ];
    const last = states[3] as OrderAsRead;
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...states), { maxLength: 8 }), (reads) => {
        const booked: EarningEntry[] = [];
        for (const order of [...reads, last]) booked.push(...entriesFor(order, [someAcceptance()], booked));
        expect(netPence(booked)).toBe(0);
        expect(new Set(booked.map(({ line, kind, source }) => `${line} ${kind} ${source}`)).size).toBe(booked.length);
      }),
    );
  });
});
