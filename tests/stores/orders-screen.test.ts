import { expect, test } from "vitest";
import type { OrderId, PurchaseReference } from "#app/core/values/ids.ts";
import { keepAcceptance } from "#app/stores/acceptances.ts";
import { saveDecisions } from "#app/stores/decisions.ts";
import { appendEarnings } from "#app/stores/earnings.ts";
import { saveOrder } from "#app/stores/orders.ts";
import { keepShopperEvent } from "#app/stores/shopper-events.ts";
import { CAKESTAND, NOON, pounds, someAcceptance, someFacts, someLine } from "#tests/support/builders.ts";
import { fillShop, someDecision, someEarning, someOrder } from "./filled-shop.ts";
import { shopsOnScreen } from "./shop-on-screen.ts";

const { database, newShop, installed, orders, order } = await shopsOnScreen();

test("an order with an accepted offer shows what was offered, seen, accepted and earned", async () => {
  const shop = newShop();
  await fillShop(database, shop);
  expect(await orders(shop)).toEqual({
    shop: { currency: "GBP", timezone: "Europe/London" },
    hasOrders: true,
    orders: [
      {
        id: "5001",
        name: "#1043",
        outcome: "accepted",
        at: NOON + 10_000,
        total: pounds(48.2),
        decided: {
          kind: "show",
          surface: "post-purchase",
          rule: "teacups-to-cakestand",
          ruleName: "Teacups → Cakestand",
          titles: ["Regency Cakestand 3 Tier"],
          arrangement: "one-of",
          offerPrices: [pounds(10.84)],
        },
        seenAt: NOON + 19_000,
        answer: { kind: "accepted", at: NOON + 27_000 },
        earned: pounds(10.84),
      },
    ],
  });
});

test("a refund takes the earning away again", async () => {
  const shop = newShop();
  await fillShop(database, shop);
  const refund = someEarning({ kind: "refunded", source: "r1", amount: pounds(-10.84), at: NOON + 90_000 });
  await database.inShop(shop, (tenant) => appendEarnings(tenant, [refund]));
  expect((await orders(shop)).orders[0]?.earned).toEqual(pounds(0));
  expect((await order(shop, "5001"))?.earnings).toEqual([someEarning(), refund]);
});

test("orders that were declined, shown nothing, never asked about or cancelled each say so", async () => {
  const shop = await installed();
  const reference = (name: string) => name as PurchaseReference;
  await database.inShop(shop, async (tenant) => {
    const nothing = someDecision(
      someFacts({ reference: reference("r-nothing"), lines: [someLine({ product: CAKESTAND })] }),
    );
    await saveDecisions(tenant, [someDecision(someFacts({ reference: reference("r-declined") })), nothing]);
    for (const kind of ["impression", "decline"] as const) {
      await keepShopperEvent(tenant, {
        reference: reference("r-declined"),
        surface: "post-purchase",
        step: 1,
        kind,
        at: NOON + 1,
      });
    }
    for (const [index, name] of ["declined", "nothing", "unasked"].entries()) {
      await saveOrder(
        tenant,
        someOrder({
          id: `${7001 + index}` as OrderId,
          name,
          reference: reference(`r-${name}`),
          createdAt: NOON - index,
          ...(name === "unasked" && { cancelledAt: NOON + 9 }),
        }),
      );
    }
  });
  const [declined, nothing, unasked] = (await orders(shop)).orders;
  expect(declined).toMatchObject({
    decided: { kind: "show" },
    answer: { kind: "declined", at: NOON + 1 },
    earned: pounds(0),
  });
  expect(nothing).toMatchObject({ decided: { kind: "nothing", reason: "no-rule-fits" } });
  expect(nothing).not.toHaveProperty("seenAt");
  expect(unasked).toMatchObject({ name: "unasked", cancelledAt: NOON + 9 });
  expect(unasked).not.toHaveProperty("decided");
});

test("a yes that the store did not carry out is told as such, until it is in the order after all", async () => {
  const shop = await installed();
  await database.inShop(shop, async (tenant) => {
    await keepAcceptance(tenant, someAcceptance());
    const { reference } = someOrder();
    const detail = { status: "unprocessed", errors: ["payment_required"] };
    await keepShopperEvent(tenant, {
      reference,
      surface: "post-purchase",
      step: 1,
      kind: "applied",
      at: NOON + 1,
      detail,
    });
    await saveOrder(tenant, someOrder());
  });
  expect((await orders(shop)).orders[0]?.answer?.kind).toBe("not-added");
  await database.inShop(shop, (tenant) => appendEarnings(tenant, [someEarning()]));
  expect((await orders(shop)).orders[0]?.answer?.kind).toBe("accepted");
});

test("a purchase that has not become an order yet is no order", async () => {
  const shop = await installed();
  await database.inShop(shop, async (tenant) => {
    await saveDecisions(tenant, [someDecision()]);
    await keepAcceptance(tenant, someAcceptance());
  });
  expect((await orders(shop)).orders).toEqual([]);
  expect(await order(shop, "5001")).toBeUndefined();
});

test("seven orders in pages of three are met once each, forwards and backwards, equal times included", async () => {
  const shop = await installed();
  await database.inShop(shop, async (tenant) => {
    for (const index of [1, 2, 3, 4, 5, 6, 7]) {
      const id = `${8000 + index}` as OrderId;
      await saveOrder(tenant, someOrder({ id, name: `#${index}`, createdAt: NOON + Math.floor(index / 2) * 1_000 }));
    }
  });
  const names = (page: { orders: readonly { name: string }[] }) => page.orders.map(({ name }) => name);
  const first = await orders(shop, { limit: 3 });
  const second = await orders(shop, { limit: 3, after: first.next as string });
  const third = await orders(shop, { limit: 3, after: second.next as string });
  expect([first, second, third].map(names)).toEqual([["#7", "#6", "#5"], ["#4", "#3", "#2"], ["#1"]]);
  expect([first.previous, third.next]).toEqual([undefined, undefined]);
  const back = await orders(shop, { limit: 3, before: third.previous as string });
  const start = await orders(shop, { limit: 3, before: back.previous as string });
  expect([back, start].map(names)).toEqual([names(second), names(first)]);
  expect(start.previous).toBeUndefined();
  expect(names(await orders(shop, { limit: 3, after: start.next as string }))).toEqual(names(second));
  expect(names(await orders(shop, { limit: 3, after: "'; drop table orders" }))).toEqual(names(first));
  expect(names(await orders(shop, { limit: 3, after: "999999999999999-1" }))).toEqual(names(first));
});

test("of several pages the one that showed something is told, the one that accepted before all others", async () => {
  const shop = newShop();
  await fillShop(database, shop);
  const reference = "r-pages" as PurchaseReference;
  const nothing = someDecision(
    someFacts({ shop, reference, lines: [someLine({ product: CAKESTAND })] }),
    "on-the-page",
  );
  const shown = someDecision(someFacts({ shop, reference, surface: "thank-you" }), "on-thank-you");
  const { decision } = someDecision(someFacts({ shop, reference })).made;
  await database.inShop(shop, async (tenant) => {
    await saveDecisions(tenant, [nothing, { ...shown, made: { ...shown.made, decision } }]);
    await saveOrder(tenant, someOrder({ id: "7001" as OrderId, reference }));
  });
  const row = (await orders(shop)).orders.find(({ id }) => id === "7001");
  expect(row?.decided).toMatchObject({ kind: "show", surface: "thank-you" });
});
