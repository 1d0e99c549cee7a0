import { describe, expect, test } from "vitest";
import type { SurfaceDecideAnswer } from "#app/contracts/surfaces.ts";
import type { PurchaseReference, Shop } from "#app/core/values/ids.ts";
import { loadDecisions } from "#app/stores/decisions.ts";
import { CAKESTAND, DEMO_SHOP, NOON, pounds, someRule } from "#tests/support/builders.ts";
import { ACCEPT, FIRST_OFFER, offersOnPages, titleIn } from "./offers-on-pages.ts";
import { openShop } from "./open-shop.ts";
import { pageToken } from "./post-purchase-token.ts";
import { shopperOnPage, shown } from "./shopper-on-page.ts";
import { shoppersServer } from "./shoppers-server.ts";
import { somePurchaseBody, surfaceAsker } from "./surface-asker.ts";

const { database, asker, decide, tell } = await offersOnPages();

test("a page is shown what fits the purchase, with what it costs and how that comes about", async () => {
  expect(await decide("fits", "thank-you")).toMatchObject({
    kind: "show",
    offer: {
      ...FIRST_OFFER,
      products: [
        { title: "Regency Cakestand 3 Tier", variants: [{ price: pounds(12.75), offerPrice: pounds(10.84) }] },
      ],
      discount: { kind: "percent", percent: 15 },
      priced: "code",
      isSentFree: true,
      because: "Regency Teacup",
    },
  });
  expect(await decide("fits", "checkout")).toMatchObject({ offer: { isSentFree: false } });
});

test("what was decided is kept with its page and its evidence", async () => {
  await decide("kept", "thank-you");
  await asker.decisions.flush();
  const [kept] = await database.inShop(DEMO_SHOP, (tenant) => loadDecisions(tenant, "kept" as PurchaseReference));
  expect(kept).toMatchObject({
    step: 1,
    facts: { surface: "thank-you" },
    evidence: { facts: { surface: "thank-you" } },
  });
});

describe("never again", () => {
  test("a no to thank-you is a no to order status, and told as such", async () => {
    await tell("no", "thank-you", { kind: "impression" });
    expect(titleIn(await decide("no", "order-status"))).toBe("Regency Cakestand 3 Tier");
    await tell("no", "thank-you", { kind: "decline" });
    for (const surface of ["thank-you", "order-status"]) {
      expect(await decide("no", surface)).toEqual({ kind: "answered", answer: "declined" });
    }
  });

  test("a yes is told with what it was", async () => {
    await tell("yes", "thank-you", ACCEPT);
    expect(await decide("yes", "order-status")).toEqual({
      kind: "answered",
      answer: "accepted",
      title: "Regency Cakestand 3 Tier",
    });
  });

  test.each([
    ["declined at checkout", [{ kind: "decline" }]],
    ["accepted at checkout", [ACCEPT]],
    ["put in at checkout and taken out again", [ACCEPT, { kind: "undo" }]],
  ])("what was %s is not offered on thank-you", async (title, events) => {
    for (const event of events) await tell(title, "checkout", event);
    expect(titleIn(await decide(title, "thank-you"))).toBe("Tray");
  });

  test("what was taken out at checkout may be put in again there", async () => {
    await tell("changed-mind", "checkout", ACCEPT);
    expect(titleIn(await decide("changed-mind", "checkout"))).toBe("answered");
    await tell("changed-mind", "checkout", { kind: "undo" });
    expect(titleIn(await decide("changed-mind", "checkout"))).toBe("Regency Cakestand 3 Tier");
  });

  test("what was declined in the cart is not offered at its checkout, if the page knows the cart", async () => {
    const cart = somePurchaseBody({ reference: "cart-1" });
    await asker.askFromCart("event", { purchase: cart, offer: FIRST_OFFER, kind: "decline" });
    const checkout = somePurchaseBody({ reference: "checkout-of-cart-1", cart: "cart-1" });
    const { body } = await asker.ask("decide", { surface: "checkout", purchase: checkout });
    expect(titleIn(body as SurfaceDecideAnswer)).toBe("Tray");
  });

  test("what is bought is not offered", async () => {
    const [line] = somePurchaseBody().lines;
    const lines = line ? [line, { ...line, product: CAKESTAND, variant: "2002" }] : [];
    const { body } = await asker.ask("decide", { surface: "thank-you", purchase: somePurchaseBody({ lines }) });
    expect(titleIn(body as SurfaceDecideAnswer)).toBe("Tray");
  });
});

describe("a path across pages", () => {
  test("what follows the second no of the post-purchase page comes first on thank-you, and stays until it is answered", async () => {
    const server = await shoppersServer(database);
    await server.live.warm([DEMO_SHOP]);
    const shopper = shopperOnPage(server, "two-noes");
    const first = shown(await shopper.offered());
    await server.decisions.flush();
    const second = shown(await shopper.declined(first));
    await server.post("event", pageToken(NOON, { referenceId: "two-noes" }), {
      kind: "impression",
      ticket: second.ticket,
    });
    expect(await shopper.declined(second)).toBeUndefined();
    await server.close();

    const third = await decide("two-noes", "thank-you");
    expect(third).toMatchObject({
      offer: { rule: FIRST_OFFER.rule, step: 3, products: [{ title: "Tray" }], discount: { percent: 15 } },
    });
    expect(await decide("two-noes", "order-status")).toEqual(third);
    await tell("two-noes", "order-status", { kind: "decline", offer: { ...FIRST_OFFER, step: 3 } });
    expect(await decide("two-noes", "thank-you")).toEqual({ kind: "answered", answer: "declined" });
  });

  test("what follows a no, and was not seen on the page, is offered on thank-you", async () => {
    const server = await shoppersServer(database);
    await server.live.warm([DEMO_SHOP]);
    const shopper = shopperOnPage(server, "left-early");
    const first = shown(await shopper.offered());
    await server.decisions.flush();
    await shopper.declined(first);
    await server.close();
    expect(await decide("left-early", "thank-you")).toMatchObject({
      offer: { step: 2, products: [{ title: "Lunch Bag" }] },
    });
  });
});

test("a shop that offers nothing in the cart is asked there without a word to its database", async () => {
  const shop = "no-cart-rules.myshopify.com" as Shop;
  const late = await surfaceAsker(database, { knownWithinMs: 0 });
  await openShop(database, { shop, rules: [someRule({ surfaces: ["thank-you"] })] });
  await late.live.warm([shop]);
  expect(await late.askFromCart("decide", {}, { shop })).toMatchObject({ status: 200, body: { kind: "nothing" } });
  await late.decisions.flush();
  expect(await database.inShop(shop, (tenant) => loadDecisions(tenant, "c1-reference" as PurchaseReference))).toEqual(
    [],
  );
});

test("a database that does not say in time what was answered makes us silent: the page decides by itself", async () => {
  const hurried = await surfaceAsker(database, { knownWithinMs: 0 });
  await hurried.live.warm([DEMO_SHOP]);
  expect(await hurried.ask("decide", { surface: "thank-you" })).toMatchObject({ status: 503 });
});
