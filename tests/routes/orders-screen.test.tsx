import { describe, expect, test } from "vitest";
import type { OrderRow, OrdersPageData } from "#app/admin/orders/order-row.ts";
import { filterIn, ordersAddress } from "#app/admin/orders/orders-address.ts";
import { OrdersPage } from "#app/admin/orders/orders-page.tsx";
import type { OrderId, RuleId } from "#app/core/values/ids.ts";
import { NOON, pounds } from "#tests/support/builders.ts";
import { draw, readable } from "./draw.tsx";
import { shop } from "./told-order.tsx";

describe("the list of orders", () => {
  const list = (orders: readonly OrderRow[], changes: Partial<OrdersPageData> = {}, locale?: string) =>
    draw(
      <OrdersPage
        data={{ shop, orders, hasOrders: true, filter: { outcomes: [] }, exports: [], ...changes }}
        exportsCard={<p>All orders as a file</p>}
        onFilter={() => undefined}
      />,
      locale,
    );

  const row = (changes: Partial<OrderRow> = {}): OrderRow => ({
    id: "5001" as OrderId,
    name: "#1043",
    at: NOON,
    total: pounds(48.2),
    earned: pounds(0),
    ...changes,
  });

  const offered = {
    kind: "show",
    surface: "post-purchase",
    rule: "r" as RuleId,
    ruleName: "R",
    arrangement: "one-of",
    titles: ["Cakestand"],
    offerPrices: [pounds(10.84)],
  } as const;

  test("names the page where it is another than the post-purchase one", () => {
    const decided = { ...offered, surface: "order-status" } as const;
    const text = readable(list([row({ decided })]));
    expect(text).toContain("On the order status page: Cakestand, £10.84");
  });

  test("teaches what will stand here while there are none", () => {
    const text = readable(list([], { hasOrders: false }));
    expect(text).toContain("No orders yet");
    expect(text).toContain("See your rules");
  });

  test("says of each what was offered, or why nothing was", () => {
    const orders = [
      row({ decided: offered, seenAt: NOON, answer: { kind: "accepted", at: NOON }, earned: pounds(10.84) }),
      row({ id: "2" as OrderId, decided: { kind: "nothing", reason: "no-rule-fits" } }),
      row({ id: "3" as OrderId }),
    ];
    const text = readable(list(orders));
    expect(text).toContain("#1043 21 Nov 2026, 12:00 £48.20 Cakestand, £10.84 12:00 Success Accepted £10.84");
    // Of what nobody took there is nothing to earn, and no sum to read.
    expect(text).toContain("No rule fits – – –");
    expect(text).toContain("Shopify never asked");
  });

  test("names all of a bundle with what it costs whole, and all of a choice with what the first costs", () => {
    const both = { ...offered, titles: ["Cakestand", "Teapot"], offerPrices: [pounds(10), pounds(5)] };
    const orders = [
      row({ decided: { ...both, arrangement: "together" } }),
      row({ id: "2" as OrderId, decided: { ...both, arrangement: "one-of" } }),
    ];
    const text = readable(list(orders));
    expect(text).toContain("Cakestand with Teapot, £15.00");
    expect(text).toContain("Cakestand or Teapot, £10.00");
  });

  test("leads to the pages beside it, and each order to its own", () => {
    const html = list([row()], { next: "9-1", previous: "8-2" });
    for (const address of ["/app/orders/5001", "?after=9-1", "?before=8-2"]) expect(html).toContain(`"${address}"`);
  });

  test("says beside an offer that was ready why nobody saw it", () => {
    expect(readable(list([row({ decided: offered, outcome: "wallet" })]))).toContain(
      "Cakestand, £10.84 Paid with a wallet No",
    );
    expect(readable(list([row({ decided: offered, outcome: "wallet" })], {}, "fr-FR"))).toContain(
      "Payée avec un portefeuille",
    );
  });

  test("carries its filter to the pages beside it and shows it as tags that can be taken away", () => {
    const filter = { outcomes: ["wallet", "paypal"] as const, rule: "tea" as RuleId, number: "1043" };
    const html = list([row()], { filter, rule: { id: "tea" as RuleId, name: "Tea time" }, next: "9-1" });
    expect(html).toContain("?outcome=wallet%2Cpaypal&amp;rule=tea&amp;number=1043&amp;after=9-1");
    expect(readable(html)).toContain("Paid with a wallet, Paid with PayPal");
    expect(readable(html)).toContain("Rule: Tea time");
  });

  test("says that nothing fits a filter, and what to do", () => {
    expect(readable(list([], { filter: { outcomes: ["wallet"] } }))).toContain("No order fits this Take a filter away");
  });

  test("shows how far the file of all orders is as long as it is being written", () => {
    const file = { kind: "orders", run: "r", rowsDone: 1, rowsTotal: 2, bytes: 3, askedAt: NOON } as const;
    expect(readable(list([row()], { exports: [{ ...file, state: "under-way" }] }))).toContain("All orders as a file");
    expect(readable(list([row()]))).not.toContain("All orders as a file");
  });

  test("has an address for every filter, and no filter for an address that is none", () => {
    const filter = { outcomes: ["seen", "declined"], rule: "tea-2" as RuleId, number: "#1043" } as const;
    expect(filterIn(new URLSearchParams(ordersAddress(filter)))).toEqual(filter);
    expect(ordersAddress({ outcomes: [] })).toBe("");
    expect(filterIn(new URLSearchParams("outcome=nothing,seen,seen&rule=A%00&number=%20"))).toEqual({
      outcomes: ["seen"],
    });
  });
});
