import { beforeAll, describe, expect, test } from "vitest";
import type { SurfaceDecideAnswer } from "#app/contracts/surfaces.ts";
import type { Offer, Rule } from "#app/core/rules/rulebook.ts";
import type { ProductId, PurchaseReference, RuleId, Shop, VariantId } from "#app/core/values/ids.ts";
import { loadAcceptances } from "#app/stores/acceptances.ts";
import { loadCustomerFacts } from "#app/stores/customer-facts.ts";
import { loadDecisions } from "#app/stores/decisions.ts";
import {
  CAKESTAND,
  DEMO_SHOP,
  GBP,
  LUNCH_BAG,
  NOON,
  pounds,
  someProduct,
  someRule,
  someVariant,
} from "#tests/support/builders.ts";
import { testDatabase } from "#tests/support/test-database.ts";
import { openShop } from "./open-shop.ts";
import { API_KEY, pageToken, signedToken, someClaims } from "./post-purchase-token.ts";
import { shopperOnPage, shown } from "./shopper-on-page.ts";
import { shoppersServer } from "./shoppers-server.ts";
import { ONE_CAKESTAND, sessionClaims, somePurchaseBody, surfaceAsker } from "./surface-asker.ts";

const database = await testDatabase();
const asker = await surfaceAsker(database);
const TRAY = "1005" as ProductId;
const SURFACES = ["cart", "checkout", "post-purchase", "thank-you", "order-status"] as const;

const product = (id: ProductId, title: string, price: number) =>
  someProduct({ id, title, variants: [someVariant({ id: `2${id.slice(1)}` as VariantId, price: pounds(price) })] });
const offerOf = (id: ProductId): Offer => ({
  ...someRule().path.offer,
  source: { kind: "named", products: [{ product: id }] },
});

/** Cakestand, after a no a lunch bag, after another a tray; and, where that is over, a tray at full price. */
const rules: readonly Rule[] = [
  someRule({
    surfaces: [...SURFACES],
    limits: { acceptsPerDay: 1_000 },
    path: {
      offer: offerOf(CAKESTAND),
      ifDeclined: { offer: offerOf(LUNCH_BAG), ifDeclined: { offer: offerOf(TRAY) } },
    },
  }),
  someRule({
    id: "tray" as RuleId,
    name: "Tray",
    surfaces: [...SURFACES],
    priority: 2,
    path: { offer: { ...offerOf(TRAY), discount: { kind: "none" } } },
  }),
];

beforeAll(async () => {
  const products = [someProduct(), product(LUNCH_BAG, "Lunch Bag", 4), product(TRAY, "Tray", 6)];
  await openShop(database, { rules, products });
  await asker.live.warm([DEMO_SHOP]);
});

const name = { rule: rules[0]?.id ?? "", version: 1, step: 1 };
const purchase = (reference: string) => ({ purchase: somePurchaseBody({ reference }) });
const decide = async (reference: string, surface: string): Promise<SurfaceDecideAnswer> => {
  const { status, body } = await asker.ask("decide", { surface, ...purchase(reference) });
  expect(status).toBe(200);
  return body as SurfaceDecideAnswer;
};
const tell = async (reference: string, surface: string, event: Readonly<Record<string, unknown>>) => {
  const told = await asker.ask("event", { surface, ...purchase(reference), offer: name, ...event });
  expect(told).toMatchObject({ status: 200, body: { kind: "kept" } });
};
const accept = { kind: "accept", items: ONE_CAKESTAND };
const titleIn = (answer: SurfaceDecideAnswer) =>
  answer.kind === "show" ? answer.offer.products[0]?.title : answer.kind;
const acceptances = (reference: string) =>
  database.inShop(DEMO_SHOP, (tenant) => loadAcceptances(tenant, reference as PurchaseReference));
const counted = async () => {
  const ask = { rules: [name.rule as RuleId], at: NOON, timezone: "Europe/London", currency: GBP };
  const { use } = await database.inShop(DEMO_SHOP, (tenant) => loadCustomerFacts(tenant, ask));
  return use[0] ?? { acceptsToday: 0, discountGiven: 0 };
};

describe("who may ask", () => {
  const asking = (claims: Readonly<Record<string, unknown>>) =>
    asker.ask("decide", { surface: "thank-you", ...purchase("who-may-ask") }, claims);

  test("a checkout's own token, its shop with or without https, a customer or none", async () => {
    for (const claims of [
      {},
      { dest: `https://${DEMO_SHOP}` },
      { dest: DEMO_SHOP.toUpperCase() },
      { sub: "gid://shopify/Customer/7001" },
      { nbf: undefined },
    ]) {
      expect([claims, (await asking(claims)).status]).toEqual([claims, 200]);
    }
  });

  test.each([
    ["another app's", { aud: "another" }, "wrong-audience"],
    ["one without an audience", { aud: undefined }, "wrong-audience"],
    ["another host's", { dest: "shop.example.com" }, "wrong-shop"],
    ["one that only ends like a shop", { dest: `https://evil.example/${DEMO_SHOP}` }, "wrong-shop"],
    ["one that has expired", { exp: NOON / 1000 - 11 }, "expired"],
    ["one that never expires", { exp: undefined }, "bad-time"],
    ["one of later", { nbf: NOON / 1000 + 11 }, "from-the-future"],
    ["the admin's", { iss: `https://${DEMO_SHOP}/admin`, sub: "42", sid: "s" }, "wrong-kind"],
    ["one whose subject is a member of staff", { sub: "42" }, "wrong-subject"],
    ["one whose subject is a product", { sub: "gid://shopify/Product/1" }, "wrong-subject"],
    ["one with a purchase in it", { input_data: {} }, "wrong-kind"],
    ["a changeset of our own", { iss: API_KEY, changes: [] }, "wrong-kind"],
  ])("not %s", async (_title, claims, code) => {
    expect(await asking(claims)).toMatchObject({ status: 401, body: { error: { code } } });
  });

  test("not one that was signed otherwise, nor the post-purchase page's, nor none", async () => {
    const body = { surface: "thank-you", ...purchase("who-may-ask") };
    const post = (headers: Readonly<Record<string, string>>) => asker.post("/api/v1/offers/decide", headers, body);
    const bearer = (token: string) => ({ Authorization: `Bearer ${token}` });
    const claims = sessionClaims(NOON);
    for (const [headers, code] of [
      [{}, "no-token"],
      [bearer("a.b.c"), "bad-signature"],
      [bearer(signedToken(claims, { secret: "another" })), "bad-signature"],
      [bearer(signedToken(claims, { signature: "none", header: { alg: "none" } })), "bad-signature"],
      [bearer(signedToken(claims, { header: { alg: "HS256", kid: "1" } })), "bad-signature"],
      [bearer(pageToken(NOON)), "wrong-audience"],
      [bearer(signedToken(someClaims(NOON, { ...claims, iss: "shopify" }))), "wrong-kind"],
    ] as const) {
      const answer = await post(headers);
      expect([code, answer]).toMatchObject([code, { status: 401, body: { error: { code } } }]);
      expect(answer.headers.get("access-control-allow-origin")).toBe("*");
    }
  });

  test("not a shop that hasn't the app", async () => {
    const dest = "elsewhere.myshopify.com";
    await expect.poll(async () => (await asking({ dest })).status).toBe(401);
  });

  test("amounts in two currencies, a surface that is not one of these and a body that is no purchase are refused", async () => {
    const total = { minor: 100, currency: "EUR" };
    for (const body of [
      { surface: "thank-you", purchase: somePurchaseBody({ total }) },
      { surface: "post-purchase" },
      { surface: "cart" },
      { surface: "thank-you", purchase: {} },
    ]) {
      expect(await asker.ask("decide", body)).toMatchObject({
        status: 400,
        body: { error: { code: "wrong-content" } },
      });
    }
  });
});

test("a page is shown what fits the purchase, with what it costs and how that comes about", async () => {
  expect(await decide("fits", "thank-you")).toMatchObject({
    kind: "show",
    offer: {
      ...name,
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
    await tell("yes", "thank-you", accept);
    expect(await decide("yes", "order-status")).toEqual({
      kind: "answered",
      answer: "accepted",
      title: "Regency Cakestand 3 Tier",
    });
  });

  test.each([
    ["declined at checkout", [{ kind: "decline" }]],
    ["accepted at checkout", [accept]],
    ["put in at checkout and taken out again", [accept, { kind: "undo" }]],
  ])("what was %s is not offered on thank-you", async (title, events) => {
    for (const event of events) await tell(title, "checkout", event);
    expect(titleIn(await decide(title, "thank-you"))).toBe("Tray");
  });

  test("what was taken out at checkout may be put in again there", async () => {
    await tell("changed-mind", "checkout", accept);
    expect(titleIn(await decide("changed-mind", "checkout"))).toBe("answered");
    await tell("changed-mind", "checkout", { kind: "undo" });
    expect(titleIn(await decide("changed-mind", "checkout"))).toBe("Regency Cakestand 3 Tier");
  });

  test("what was declined in the cart is not offered at its checkout, if the page knows the cart", async () => {
    const cart = somePurchaseBody({ reference: "cart-1" });
    await asker.askFromCart("event", { purchase: cart, offer: name, kind: "decline" });
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
      offer: { rule: name.rule, step: 3, products: [{ title: "Tray" }], discount: { percent: 15 } },
    });
    expect(await decide("two-noes", "order-status")).toEqual(third);
    await tell("two-noes", "order-status", { kind: "decline", offer: { ...name, step: 3 } });
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

describe("what a page tells", () => {
  test("eight times at once is one yes, counted once", async () => {
    const before = await counted();
    await Promise.all(Array.from({ length: 8 }, () => tell("eight", "thank-you", accept)));
    expect(await acceptances("eight")).toMatchObject([
      { surface: "thank-you", step: 1, rule: name.rule, items: [{ product: CAKESTAND, amount: pounds(10.84) }] },
    ]);
    const after = await counted();
    expect(after.acceptsToday - before.acceptsToday).toBe(1);
    expect(after.discountGiven - before.discountGiven).toBe(191);
  });

  test("an undo takes back what was counted, once, and a yes after it counts again", async () => {
    const before = await counted();
    await tell("undone", "checkout", { ...accept, turn: 1 });
    await tell("undone", "checkout", { kind: "undo", turn: 2 });
    await tell("undone", "checkout", { kind: "undo", turn: 2 });
    expect(await counted()).toEqual(before);
    await tell("undone", "checkout", { ...accept, turn: 3 });
    expect((await counted()).acceptsToday - before.acceptsToday).toBe(1);
  });

  test("a yes that arrives after the undo that followed it changes nothing", async () => {
    const before = await counted();
    await tell("overtaken", "checkout", { kind: "undo", turn: 2 });
    await tell("overtaken", "checkout", { ...accept, turn: 1 });
    expect(await counted()).toEqual(before);
    expect(await acceptances("overtaken")).toEqual([]);
  });

  test("what one page's shopper accepted is not accepted, nor counted, a second time on the next", async () => {
    await tell("two-pages", "checkout", accept);
    const before = await counted();
    await tell("two-pages", "thank-you", accept);
    expect((await acceptances("two-pages")).map(({ surface }) => surface)).toEqual(["checkout"]);
    expect(await counted()).toEqual(before);
  });

  test("of what we never decided, its order can say why all the same", async () => {
    await tell("in-the-browser", "thank-you", { kind: "impression" });
    const decisions = await database.inShop(DEMO_SHOP, (tenant) =>
      loadDecisions(tenant, "in-the-browser" as PurchaseReference),
    );
    expect(decisions).toMatchObject([{ made: { decision: { kind: "show", offer: { rule: name.rule } } } }]);
  });

  test("a variant that was never offered is kept as told and counted nowhere", async () => {
    const before = await counted();
    await tell("forged", "thank-you", { kind: "accept", items: [{ variantId: "999", quantity: 1 }] });
    expect(await acceptances("forged")).toEqual([]);
    expect(await counted()).toEqual(before);
  });

  test.each([
    ["no rule of the shop", { ...name, rule: "another" }],
    ["a version that never was", { ...name, version: 99 }],
  ])("about %s is refused", async (_title, offer) => {
    const answer = await asker.ask("event", { surface: "thank-you", offer, kind: "impression" });
    expect(answer).toMatchObject({ status: 404, body: { error: { code: "not-offered" } } });
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

test("a name that cannot be kept is refused as what it is, not as a fault of ours", async () => {
  const offer = { rule: "tray", version: 1, step: 1 };
  for (const [purchase, named] of [
    [{ reference: "c1\u0000" }, offer],
    [{}, { ...offer, rule: "tray\u0000" }],
    [{}, { ...offer, version: 1_099_511_627_776 }],
  ] as const) {
    const asked = { surface: "thank-you", purchase: somePurchaseBody(purchase), offer: named, kind: "decline" };
    expect((await asker.ask("event", asked)).status).toBe(400);
  }
});
