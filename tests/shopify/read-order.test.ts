import { beforeEach, describe, expect, test } from "vitest";
import type { OrderId } from "#app/core/values/ids.ts";
import { readOrder } from "#app/shopify/read-order.ts";
import { DEMO_SHOP } from "#tests/support/builders.ts";
import { type Asked, data, loopbackShopify, page } from "#tests/support/loopback-shopify.ts";
import { orderNode } from "#tests/support/order-nodes.ts";
import { APP_ID, testApp } from "#tests/support/shopify-app.ts";
import { testDatabase } from "#tests/support/test-database.ts";

const loopback = await loopbackShopify();
const app = testApp(await testDatabase());
const read = (scopes: readonly string[] = ["read_orders", "read_customers"]) =>
  readOrder(app.adminOf(DEMO_SHOP), "5" as OrderId, { appId: APP_ID, scopes });

beforeEach(() => app.install(DEMO_SHOP));

test("an order is read with what our own app added to it, and nobody else's additions", async () => {
  loopback.answer = () => data({ order: orderNode({ id: "5", upsold: true, refunds: [1] }) });
  const reading = await read();
  expect(reading).toMatchObject({
    kind: "read",
    order: {
      id: "5",
      name: "#5",
      reference: "token-5",
      total: { minor: 4208, currency: "GBP" },
      addedByUs: [
        { line: "902", quantity: 2, amount: { minor: 2168, currency: "GBP" }, at: Date.parse("2026-11-21T12:01:00Z") },
      ],
      refunds: [{ id: "50", lines: [{ line: "902", quantity: 1, subtotal: { minor: 1084, currency: "GBP" } }] }],
      paymentGateway: "bogus",
    },
  });
});

test("pieces added count, whichever of its two names Shopify gives the sale; a changed price and a return do not", async () => {
  const order = orderNode({ id: "5", upsold: true });
  const [ordered, added] = order.agreements.nodes;
  const sale = (actionType: string, quantity: number | null) => ({ ...added?.sales.nodes[0], actionType, quantity });
  const sales = page([sale("UPDATE", 2), sale("ORDER", 1), sale("UPDATE", null), sale("RETURN", -1)]);
  loopback.answer = () => data({ order: { ...order, agreements: page([ordered, { ...added, sales }]) } });
  const reading = await read();
  expect(reading.kind === "read" && reading.order.addedByUs.map(({ quantity }) => quantity)).toEqual([2, 1]);
});

test("an order of many lines, agreements, sales and refund lines is read to its last page", async () => {
  const whole = orderNode({ id: "5", upsold: true, refunds: [1] });
  const [line] = whole.lineItems.nodes;
  const [ordered, added] = whole.agreements.nodes;
  const [refund] = whole.refunds;
  const [refundLine] = refund?.refundLineItems.nodes ?? [];
  const sale = (id: string) => ({
    actionType: "ORDER",
    lineType: "PRODUCT",
    quantity: 1,
    totalAmount: { shopMoney: { amount: "12.00", currencyCode: "GBP" } },
    totalTaxAmount: { shopMoney: { amount: "2.00", currencyCode: "GBP" } },
    lineItem: { id: `gid://shopify/LineItem/${id}` },
  });
  const firstPages = {
    ...whole,
    lineItems: page([line], "l1"),
    agreements: page([ordered], "a1"),
    refunds: [{ ...refund, refundLineItems: page([refundLine], "r1") }],
  };
  loopback.answer = ({ operation, variables }: Asked) => {
    switch (operation) {
      case "EncoreReadMoreLines":
        return data({ order: { lineItems: page([{ ...line, id: "gid://shopify/LineItem/990" }]) } });
      case "EncoreReadMoreAgreements":
        return variables.after === null
          ? data({ order: { agreements: page([ordered], "a1") } })
          : data({ order: { agreements: page([{ ...added, sales: page([sale("991")], "s1") }]) } });
      case "EncoreReadMoreSales":
        return variables.agreement === "a1" && variables.after === "s1"
          ? data({ order: { agreements: { nodes: [{ sales: page([sale("992")]) }] } } })
          : data({ order: null });
      case "EncoreReadMoreRefundLines":
        return data({ node: { refundLineItems: page([refundLine]) } });
      default:
        return data({ order: firstPages });
    }
  };
  const reading = await read();
  expect(reading.kind === "read" && reading.order.lines.map(({ id }) => id)).toEqual(["901", "990"]);
  expect(reading.kind === "read" && reading.order.addedByUs.map(({ line: added }) => added)).toEqual(["991", "992"]);
  expect(reading.kind === "read" && reading.order.refunds[0]?.lines).toHaveLength(2);
});

test("a refund is read before tax, as the earning was, in a shop whose prices have the tax in them too", async () => {
  const order = orderNode({ id: "5", upsold: true, refunds: [1] });
  const [refund] = order.refunds;
  const [refundLine] = refund?.refundLineItems.nodes ?? [];
  const refundLineItems = page([
    { ...refundLine, subtotalSet: { shopMoney: { amount: "13.01", currencyCode: "GBP" } } },
  ]);
  loopback.answer = () => data({ order: { ...order, taxesIncluded: true, refunds: [{ ...refund, refundLineItems }] } });
  const reading = await read();
  expect(reading.kind === "read" && reading.order.refunds[0]?.lines[0]?.subtotal.minor).toBe(1084);
});

test("an amount finer than a penny is rounded to it", async () => {
  const order = orderNode({ id: "5", upsold: true, refunds: [1.58] });
  const [refund] = order.refunds;
  const [refundLine] = refund?.refundLineItems.nodes ?? [];
  const subtotalSet = { shopMoney: { amount: "1.5766666667", currencyCode: "GBP" } };
  const refundLineItems = page([{ ...refundLine, subtotalSet }]);
  loopback.answer = () => data({ order: { ...order, refunds: [{ ...refund, refundLineItems }] } });
  const reading = await read();
  expect(reading.kind === "read" && reading.order.refunds[0]?.lines[0]?.subtotal.minor).toBe(158);
});

test("a line whose variant was deleted is read without one", async () => {
  const order = orderNode({ id: "5" });
  const [line] = order.lineItems.nodes;
  loopback.answer = () => data({ order: { ...order, lineItems: page([{ ...line, variant: null }]) } });
  const reading = await read();
  expect(reading.kind === "read" && reading.order.lines[0]).toMatchObject({ id: "901", quantity: 2 });
  expect(reading.kind === "read" && reading.order.lines[0]?.variant).toBeUndefined();
});

test("an order that is not there, and one that no checkout made, are told apart", async () => {
  loopback.answer = () => data({ order: null });
  expect(await read()).toEqual({ kind: "gone" });
  loopback.answer = () => data({ order: orderNode({ id: "5", token: null }) });
  expect(await read()).toEqual({ kind: "not-from-checkout" });
});

test.each([
  ["web", { isFromOnlineStore: true }],
  ["580111", { isFromOnlineStore: true }],
  ["pos", { isFromOnlineStore: false }],
  ["shopify_draft_order", { isFromOnlineStore: false }],
  ["subscription_contract_checkout_one", { isFromOnlineStore: false }],
  ["subscription_contract", { isFromOnlineStore: false }],
  ["2329312", {}],
  [null, {}],
])("of where an order was sold only whether it was the online store is kept: %s", async (source, kept) => {
  loopback.answer = () => data({ order: orderNode({ id: "5", source }) });
  const reading = await read();
  expect(reading.kind).toBe("read");
  const { isFromOnlineStore } = reading.kind === "read" ? reading.order : {};
  expect(isFromOnlineStore === undefined ? {} : { isFromOnlineStore }).toEqual(kept);
});

describe("whose order it is", () => {
  const ann = { id: "71", tags: ["VIP"], orders: 3 };

  test("is read with what the order is in the customer's history", async () => {
    loopback.answer = () => data({ order: orderNode({ id: "5", customer: ann }) });
    const reading = await read();
    expect(reading.kind === "read" && reading.buyer).toEqual({
      customer: { id: "71", tags: ["VIP"], ordersInShopify: 3 },
      order: {
        id: "5",
        customer: "71",
        past: {
          reference: "token-5",
          at: Date.parse("2026-11-21T12:00:00Z"),
          subtotal: { minor: 2040, currency: "GBP" },
          products: ["1001"],
        },
        counts: true,
        isCancelled: false,
        updatedAt: Date.parse("2026-11-21T12:00:00Z"),
      },
    });
  });

  test("is read of an order without a checkout too, which is the purchase of no page", async () => {
    loopback.answer = () => data({ order: orderNode({ id: "5", token: null, customer: ann }) });
    expect(await read()).toMatchObject({
      kind: "not-from-checkout",
      buyer: { order: { past: { reference: "order 5" }, counts: true } },
    });
  });

  test.each([
    ["paid", { paid: "PAID" }, true],
    ["partly paid, its second charge having failed", { paid: "PARTIALLY_PAID" }, true],
    ["partly refunded", { paid: "PARTIALLY_REFUNDED" }, true],
    ["wholly refunded", { paid: "REFUNDED" }, false],
    ["not paid yet", { paid: "PENDING" }, false],
    ["authorised and not captured", { paid: "AUTHORIZED" }, false],
    ["cancelled", { paid: "PAID", cancelled: true }, false],
  ] as const)("an order that is %s counts as history: %o → %s", async (_case, story, counts) => {
    loopback.answer = () => data({ order: orderNode({ id: "5", customer: ann, ...story }) });
    const reading = await read();
    expect(reading.kind === "read" && reading.buyer?.order.counts).toBe(counts);
  });

  test("what was taken back whole, and lines without a product, are not among what was bought", async () => {
    const order = orderNode({ id: "5", customer: ann, upsold: true });
    const [first, added] = order.lineItems.nodes;
    const lineItems = page([{ ...first, currentQuantity: 0 }, added, { ...added, product: null }]);
    loopback.answer = () => data({ order: { ...order, lineItems } });
    const reading = await read();
    expect(reading.kind === "read" && reading.buyer?.order.past.products).toEqual(["1002"]);
  });

  test("is not asked where the merchant has not granted it, and then unknown", async () => {
    loopback.asked.length = 0;
    loopback.answer = ({ variables }) => {
      const { customer: _asked, ...order } = orderNode({ id: "5", customer: ann });
      return data({ order: variables.withCustomer ? { ...order, customer: _asked } : order });
    };
    const reading = await read(["read_orders"]);
    expect(loopback.asked.map(({ variables }) => variables.withCustomer)).toEqual([false]);
    expect(reading.kind === "read" && "buyer" in reading).toBe(false);
  });
});
