import { describe, expect, test } from "vitest";
import { OrderPage } from "#app/admin/orders/order-page.tsx";
import type { OrderRow } from "#app/admin/orders/order-row.ts";
import type { OrderTold } from "#app/admin/orders/order-told.ts";
import { OrdersPage } from "#app/admin/orders/orders-page.tsx";
import { catalogOf } from "#app/core/catalog/catalog.ts";
import { decide } from "#app/core/decision/decide.ts";
import { compile } from "#app/core/rules/compile.ts";
import type { Rule } from "#app/core/rules/rulebook.ts";
import type { OrderId, RuleId } from "#app/core/values/ids.ts";
import { someEarning, someOrder } from "#tests/stores/filled-shop.ts";
import {
  GBP,
  LUNCH_BAG,
  NOON,
  pounds,
  someAcceptance,
  someFacts,
  someProduct,
  someRule,
} from "#tests/support/builders.ts";
import { draw, readable } from "./draw.tsx";

const shop = { currency: GBP, timezone: "Europe/London" };
const products = [someProduct(), someProduct({ id: LUNCH_BAG, title: "Lunch Bag" })];

function told(rules: readonly Rule[], changes: Partial<OrderTold> = {}): OrderTold {
  const facts = someFacts();
  const decision = decide(facts, compile({ format: 1, rules }, 3, catalogOf([someProduct()])));
  return {
    shop,
    order: someOrder(),
    decisions: [{ step: 1, at: NOON, rulebookVersion: 3, facts, decision }],
    events: [],
    acceptances: [],
    earnings: [],
    products,
    ...changes,
  };
}

const page = (data: OrderTold, locale?: string) => readable(draw(<OrderPage told={data} />, locale));

describe("an order", () => {
  test("says first why its offer was shown, then every rule's verdict", () => {
    const weaker = someRule({ id: "weaker" as RuleId, name: "Anything → Cakestand", priority: 2 });
    const text = page(told([someRule(), weaker], { acceptances: [someAcceptance()] }));
    expect(text).toContain("Why this offer was shown");
    expect(text).toContain("The customer bought Regency Teacup, so Regency Cakestand 3 Tier was offered.");
    expect(text).toContain("Anything → Cakestand fitted too, but Teacups → Cakestand stands before it");
    expect(text).toContain("By version 3 of your rules.");
  });

  test("that was shown nothing says why in one sentence", () => {
    const unfit = someRule({ when: { all: [{ kind: "bought-any-of", products: [LUNCH_BAG] }] } });
    const text = page(told([unfit]));
    expect(text).toContain("Why nothing was shown No live rule fits this order.");
    expect(text).toContain("✗ bought Lunch Bag");
  });

  test("that Shopify never asked about says where Shopify has no page", () => {
    const order = someOrder({ paymentGateway: "shopify_payments" });
    const text = page(told([], { decisions: [], order }));
    expect(text).toContain("Shopify did not ask Encore about this order. It has no post-purchase page for wallets");
    expect(text).toContain("This one was paid through shopify_payments.");
  });

  test("whose offer was ready but never seen says why Shopify may not have opened the page", () => {
    const text = page(told([someRule()], { order: someOrder({ paymentGateway: "apple_pay" }) }));
    expect(text).toContain("Why the offer was not seen Regency Cakestand 3 Tier was ready to be offered, but Shopify");
    expect(text).toContain("wallets such as Apple Pay");
    expect(text).toContain("This one was paid through apple_pay.");
    expect(text).toContain("so Regency Cakestand 3 Tier was chosen.");
  });

  test("tells what happened in order, and what the browser told as only told", () => {
    const text = page(
      told([someRule()], {
        events: [
          { step: 1, kind: "applied", at: NOON + 28_000, detail: { status: "processed", errors: [] } },
          { step: 1, kind: "impression", at: NOON + 19_000 },
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
      "12:00:27 Accepted: 1 at £10.84 each",
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
    const text = page(told([someRule()], { order: someOrder({ total: pounds(61.21) }) }));
    expect(text).toContain("Order #1043 placed, £48.20");
    expect(text).toContain("· £61.21");
  });

  test("tells what happened within one second in the order of cause: Shopify's clock has whole seconds", () => {
    const text = page(
      told([someRule()], {
        order: someOrder({ createdAt: NOON }),
        events: [{ step: 1, kind: "impression", at: NOON + 700 }],
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
    expect(page(told([someRule()], { acceptances: [someAcceptance()] }))).toContain(
      "Accepted. It is counted as soon as",
    );
  });

  test("whose second charge was declined says so in words, and promises no money", () => {
    const detail = { status: "unprocessed", errors: ["payment_required", "something_new"] };
    const text = page(
      told([someRule()], {
        events: [{ step: 1, kind: "applied", at: NOON + 28_000, detail }],
        acceptances: [someAcceptance()],
      }),
    );
    expect(text).toContain(
      "Shopify did not add it, so the shopper’s page told The payment was declined. something_new",
    );
    expect(text).toContain("Accepted, but not added");
    expect(text).not.toContain("It is counted as soon as");
  });

  test("is read in the language of the merchant's admin and the shop's own hours", () => {
    const tokyo = told([someRule()], { shop: { ...shop, timezone: "Asia/Tokyo" } });
    expect(page(tokyo, "de-DE")).toContain("21.11.2026, 21:00 · 48,20 £");
  });
});

describe("the list of orders", () => {
  const row = (changes: Partial<OrderRow> = {}): OrderRow => ({
    id: "5001" as OrderId,
    name: "#1043",
    at: NOON,
    total: pounds(48.2),
    earned: pounds(0),
    ...changes,
  });

  test("teaches what will stand here while there are none", () => {
    const text = readable(draw(<OrdersPage data={{ shop, orders: [] }} />));
    expect(text).toContain("No orders yet");
    expect(text).toContain("See your rules");
  });

  test("says of each what was offered, or why nothing was", () => {
    const show = { kind: "show", ruleName: "R", productTitle: "Cakestand", offerPrice: pounds(10.84) } as const;
    const orders = [
      row({ decided: show, seenAt: NOON, answer: { kind: "accepted", at: NOON }, earned: pounds(10.84) }),
      row({ id: "2" as OrderId, decided: { kind: "nothing", reason: "no-rule-fits" } }),
      row({ id: "3" as OrderId }),
    ];
    const text = readable(draw(<OrdersPage data={{ shop, orders }} />));
    expect(text).toContain("#1043 21 Nov 2026, 12:00 £48.20 Cakestand, £10.84 12:00:00 Success Accepted £10.84");
    expect(text).toContain("Nothing: no rule fits");
    expect(text).toContain("Shopify never asked");
  });

  test("leads to the pages beside it, and each order to its own", () => {
    const html = draw(<OrdersPage data={{ shop, orders: [row()], next: "9-1", previous: "8-2" }} />);
    for (const address of ["/app/orders/5001", "?after=9-1", "?before=8-2"]) expect(html).toContain(`"${address}"`);
  });
});
