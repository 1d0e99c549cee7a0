import { describe, expect, test } from "vitest";
import { someEarning, someOrder } from "#tests/stores/filled-shop.ts";
import {
  CAKESTAND,
  CAKESTAND_ROSE,
  LUNCH_BAG,
  NOON,
  pounds,
  someAcceptance,
  someRule,
} from "#tests/support/builders.ts";
import { nextStep, orderPage, told } from "./told-order.tsx";

describe("the timeline of an order", () => {
  test("tells what happened in order, and what the browser told as only told", () => {
    const text = orderPage(
      told([someRule()], {
        events: [
          {
            surface: "post-purchase",
            step: 1,
            kind: "applied",
            at: NOON + 28_000,
            detail: { status: "processed", errors: [] },
          },
          { surface: "post-purchase", step: 1, kind: "impression", at: NOON + 19_000 },
        ],
        acceptances: [someAcceptance()],
        earnings: [
          someEarning(),
          someEarning({ kind: "refunded", source: "r1", amount: pounds(-10.84), at: NOON + 90_000_000 }),
        ],
      }),
    );
    const moments = [
      "12:00:00 Teacups → Cakestand fits: Regency Cakestand 3 Tier at £10.84",
      "12:00:10 Order #1043 placed, £48.20",
      "12:00:19 Seen",
      "12:00:27 Accepted: 1 × Regency Cakestand 3 Tier, £10.84",
      "12:00:28 Shopify took the payment, so the shopper’s page told",
      "12:01:00 In the order: £10.84 earned with Regency Cakestand",
      "22 Nov 2026, 13:00 Regency Cakestand refunded: -£10.84",
    ];
    const places = moments.map((moment) => text.indexOf(moment));
    expect(places).not.toContain(-1);
    expect(places).toEqual([...places].sort((left, right) => left - right));
    expect(text).toContain("Earned after refunds £0.00");
  });

  test("was placed for what was paid first, not for what it came to with the offer", () => {
    const text = orderPage(told([someRule()], { order: someOrder({ total: pounds(61.21) }) }));
    expect(text).toContain("Order #1043 placed, £48.20");
    expect(text).toContain("· £61.21");
  });

  test("tells what happened within one second in the order of cause: Shopify's clock has whole seconds", () => {
    const text = orderPage(
      told([someRule()], {
        order: someOrder({ createdAt: NOON }),
        events: [{ surface: "post-purchase", step: 1, kind: "impression", at: NOON + 700 }],
        acceptances: [someAcceptance({ acceptedAt: NOON + 900 })],
        earnings: [someEarning({ at: NOON })],
      }),
    );
    const places = ["fits:", "placed", "12:00:00 Seen", "Accepted:", "In the order"].map((words) =>
      text.indexOf(words),
    );
    expect(places).toEqual([...places].sort((left, right) => left - right));
  });

  test("that was accepted but is not in Shopify's order yet counts nothing", () => {
    expect(orderPage(told([someRule()], { acceptances: [someAcceptance()] }))).toContain(
      "Accepted. It is counted as soon as",
    );
  });

  test("whose second charge was declined says so in words, and promises no money", () => {
    const detail = { status: "unprocessed", errors: ["payment_required", "something_new"] };
    const text = orderPage(
      told([someRule()], {
        events: [{ surface: "post-purchase", step: 1, kind: "applied", at: NOON + 28_000, detail }],
        acceptances: [someAcceptance()],
      }),
    );
    expect(text).toContain(
      "Shopify did not add it, so the shopper’s page told The payment was declined. something_new",
    );
    expect(text).toContain("Accepted, but not added");
    expect(text).not.toContain("It is counted as soon as");
  });

  test("tells a path answer by answer: the offer, the no, what was offered then, the yes to it", () => {
    const first = told([someRule()]);
    const text = orderPage({
      ...first,
      decisions: [
        ...first.decisions,
        nextStep(2, "declined", NOON + 25_000, "Lunch Bag"),
        nextStep(3, "accepted", NOON + 33_000),
      ],
      events: [
        { surface: "post-purchase", step: 1, kind: "impression", at: NOON + 19_000 },
        { surface: "post-purchase", step: 1, kind: "decline", at: NOON + 25_000 },
        { surface: "post-purchase", step: 2, kind: "impression", at: NOON + 26_000 },
      ],
      acceptances: [
        someAcceptance({
          step: 2,
          acceptedAt: NOON + 33_000,
          items: [{ product: LUNCH_BAG, variant: CAKESTAND_ROSE, quantity: 1, amount: pounds(4) }],
        }),
      ],
    });
    const moments = [
      "12:00:00 Teacups → Cakestand fits",
      "12:00:25 Declined",
      "12:00:25 After the no, offered next: Lunch Bag at £4.00",
      "12:00:26 Seen",
      "12:00:33 Accepted: 1 × Lunch Bag, £4.00",
      "12:00:33 After the yes, nothing more could be offered",
    ];
    const places = moments.map((moment) => text.indexOf(moment));
    expect(places).not.toContain(-1);
    expect(places).toEqual([...places].sort((left, right) => left - right));
    expect(text).toContain("After the no Lunch Bag was offered next, as the rule says.");
    expect(text).toContain("could not be sold to this order. Not offered: Lunch Bag is sold out.");
  });

  test("tells a bundle that was accepted item by item", () => {
    const items = [
      { product: CAKESTAND, variant: CAKESTAND_ROSE, quantity: 1, amount: pounds(10) },
      { product: LUNCH_BAG, variant: CAKESTAND_ROSE, quantity: 2, amount: pounds(4) },
    ];
    expect(orderPage(told([someRule()], { acceptances: [someAcceptance({ items })] }))).toContain(
      "Accepted together: 1 × Regency Cakestand 3 Tier, £10.00 and 2 × Lunch Bag, £4.00",
    );
  });
});
