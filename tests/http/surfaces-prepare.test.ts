import { beforeAll, beforeEach, describe, expect, test } from "vitest";
import type { PrepareAnswer } from "#app/contracts/surfaces.ts";
import type { OrderId, PurchaseReference, RuleId, Shop } from "#app/core/values/ids.ts";
import { keepCustomerOrder } from "#app/stores/customer-histories.ts";
import { saveOrder } from "#app/stores/orders.ts";
import { publishVersion } from "#app/stores/rulebooks.ts";
import { someOrder } from "#tests/stores/filled-shop.ts";
import { DEMO_SHOP, NOON, pounds, someRule, TEACUP_ROSE } from "#tests/support/builders.ts";
import { data, loopbackShopify } from "#tests/support/loopback-shopify.ts";
import { orderNode } from "#tests/support/order-nodes.ts";
import { testDatabase } from "#tests/support/test-database.ts";
import { openShop } from "./open-shop.ts";
import { somePurchaseBody, surfaceAsker } from "./surface-asker.ts";

const database = await testDatabase();
const shopify = await loopbackShopify();
const asker = await surfaceAsker(database);
const offer = { rule: "teacups-to-cakestand", version: 1, step: 1 };
const surfaces = ["cart", "checkout", "thank-you", "order-status"] as const;

interface Created {
  readonly code: string;
  readonly context: unknown;
  readonly endsAt: string;
  readonly usageLimit: number;
}
/** What Shopify has made, by code. */
const made = new Map<string, Created>();

beforeAll(async () => {
  await openShop(database, { rules: [someRule({ surfaces: [...surfaces] })] });
  await asker.install(DEMO_SHOP);
  await asker.live.warm([DEMO_SHOP]);
});

beforeEach(() => {
  made.clear();
  asker.now = NOON;
  shopify.answer = ({ variables }) => {
    const discount = variables.discount as Created | undefined;
    if (!discount) return data({ order: null, codeDiscountNodeByCode: { id: "gid://shopify/DiscountCodeNode/7" } });
    if (made.has(discount.code)) {
      return data({
        created: { codeDiscountNode: null, userErrors: [{ code: "TAKEN", message: "taken", field: [] }] },
      });
    }
    made.set(discount.code, discount);
    return data({ created: { codeDiscountNode: { id: "gid://shopify/DiscountCodeNode/7" }, userErrors: [] } });
  };
});

const order = (reference: string, id: string, quantity = 15) =>
  database.inShop(DEMO_SHOP, (tenant) =>
    saveOrder(
      tenant,
      someOrder({
        id: id as OrderId,
        reference: reference as PurchaseReference,
        lines: [{ id: "1" as never, title: "Regency Teacup", variant: TEACUP_ROSE, quantity }],
      }),
    ),
  );
const prepare = async (surface: string, purchase: Parameters<typeof somePurchaseBody>[0], asked = offer) => {
  const { status, body } = await asker.ask("prepare", { surface, purchase: somePurchaseBody(purchase), offer: asked });
  expect(status).toBe(200);
  return body as PrepareAnswer;
};
const codesIn = (answer: PrepareAnswer) => (answer.kind === "prepared" ? answer.codes : [answer.kind]);

describe("after the payment", () => {
  test("codes are made for an order that the shop has told of: the discount's, then free shipping", async () => {
    await order("told-of", "8001");
    const answer = await prepare("thank-you", { reference: "told-of" });
    expect(answer).toMatchObject({ kind: "prepared", validUntil: NOON + 7 * 86_400_000 });
    expect(codesIn(answer)).toEqual([...made.keys()]);
    expect([...made.values()]).toMatchObject([{ usageLimit: 1, context: { all: "ALL" } }, { usageLimit: 1 }]);
  });

  test("asked thirty times at once, on thank-you and order status, they are one set", async () => {
    await order("thirty", "8002");
    const answers = await Promise.all(
      Array.from({ length: 30 }, (_, index) =>
        prepare(index % 2 ? "thank-you" : "order-status", { reference: "thirty" }),
      ),
    );
    expect(new Set(answers.map((answer) => JSON.stringify(answer))).size).toBe(1);
    expect(made.size).toBe(2);
  });

  test("a process that died between asking Shopify and keeping the codes leaves no second set", async () => {
    await order("died", "8003");
    const first = codesIn(await prepare("thank-you", { reference: "died" }));
    await database.inShop(
      DEMO_SHOP,
      ({ db }) => db.$executeRaw`
      update offer_codes set codes = null, discounts = null where reference = 'died'`,
    );
    expect(codesIn(await prepare("thank-you", { reference: "died" }))).toEqual(first);
    expect(made.size).toBe(2);
  });

  test("they are the customer's, as the order names them", async () => {
    await order("anns", "8004");
    await database.inShop(DEMO_SHOP, (tenant) =>
      keepCustomerOrder(
        tenant,
        {
          id: "8004" as OrderId,
          customer: "71" as never,
          past: { reference: "anns" as PurchaseReference, at: NOON, subtotal: pounds(44.25), products: [] },
          counts: true,
          isCancelled: false,
          updatedAt: NOON,
        },
        { id: "71" as never, tags: [], ordersInShopify: 1 },
      ),
    );
    await prepare("thank-you", { reference: "anns" });
    expect([...made.values()][0]?.context).toEqual({ customers: { add: ["gid://shopify/Customer/71"] } });
  });

  test("an order that is not there yet is asked for again, and read where its number is known", async () => {
    expect(await prepare("thank-you", { reference: "new" })).toEqual({ kind: "not-yet", afterMs: 1_000 });
    expect(await prepare("thank-you", { reference: "new", order: "8005" })).toMatchObject({ kind: "not-yet" });
    const create = shopify.answer;
    shopify.answer = (asked) =>
      asked.operation === "EncoreReadOrder" ? data({ order: orderNode({ id: "8005", token: "new" }) }) : create(asked);
    const [line] = somePurchaseBody().lines;
    const lines = line ? [{ ...line, quantity: 2 }] : [];
    expect(await prepare("thank-you", { reference: "new", order: "8005", lines, subtotal: pounds(10) })).toMatchObject({
      kind: "prepared",
    });
  });

  test("another purchase's order, lines that it does not have and a cancelled order have no codes", async () => {
    const create = shopify.answer;
    shopify.answer = (asked) =>
      asked.operation === "EncoreReadOrder"
        ? data({ order: orderNode({ id: "8006", token: "theirs" }) })
        : create(asked);
    expect(await prepare("thank-you", { reference: "mine", order: "8006" })).toEqual({ kind: "unavailable" });
    await order("fewer", "8007", 14);
    expect(await prepare("thank-you", { reference: "fewer" })).toEqual({ kind: "unavailable" });
    await order("none", "8008");
    expect(await prepare("thank-you", { reference: "none", lines: [] })).toEqual({ kind: "unavailable" });
    expect(made.size).toBe(0);
  });

  test("a rule that does not offer this, or another step of it, has none", async () => {
    await order("forged", "8009");
    for (const forged of [
      { ...offer, rule: "another" },
      { ...offer, step: 2 },
      { ...offer, version: 9 },
    ]) {
      expect(await prepare("thank-you", { reference: "forged" }, forged)).toEqual({ kind: "unavailable" });
    }
  });

  test("what was declined has none, and what has expired is over", async () => {
    await order("declined", "8010");
    await asker.ask("event", {
      surface: "thank-you",
      purchase: somePurchaseBody({ reference: "declined" }),
      offer,
      kind: "decline",
    });
    expect(await prepare("thank-you", { reference: "declined" })).toEqual({ kind: "unavailable" });
    await order("late", "8011");
    await prepare("thank-you", { reference: "late" });
    asker.now = NOON + 8 * 86_400_000;
    expect(await prepare("thank-you", { reference: "late" })).toEqual({ kind: "unavailable" });
  });

  test("what Shopify refuses is unavailable, and made when it is asked again", async () => {
    await order("refused", "8012");
    const create = shopify.answer;
    shopify.answer = () =>
      data({ created: { codeDiscountNode: null, userErrors: [{ code: "INVALID", message: "no", field: [] }] } });
    expect(await prepare("thank-you", { reference: "refused" })).toEqual({ kind: "unavailable" });
    shopify.answer = create;
    expect(await prepare("thank-you", { reference: "refused" })).toMatchObject({ kind: "prepared" });
  });
});

describe("before the payment", () => {
  test("a cart has one code, for two hours, and another one after that", async () => {
    const first = await prepare("checkout", { reference: "a-cart" });
    expect(first).toMatchObject({ kind: "prepared", validUntil: NOON + 2 * 3_600_000 });
    expect(codesIn(first)).toHaveLength(1);
    expect(await prepare("checkout", { reference: "a-cart" })).toEqual(first);
    asker.now = NOON + 3 * 3_600_000;
    const next = await prepare("checkout", { reference: "a-cart" });
    expect(codesIn(next)).not.toEqual(codesIn(first));
  });

  test("a shop that is asked for too many is asked no more, while what was made is answered", async () => {
    const shop = "careful.myshopify.com" as Shop;
    const careful = await surfaceAsker(database, { preparedMost: 2 });
    await openShop(database, { shop, rules: [someRule({ surfaces: [...surfaces] })] });
    await careful.install(shop);
    await careful.live.warm([shop]);
    const ask = (reference: string) =>
      careful.ask("prepare", { surface: "checkout", purchase: somePurchaseBody({ reference }), offer }, { dest: shop });
    expect([(await ask("one")).status, (await ask("two")).status, (await ask("three")).status]).toEqual([
      200, 200, 429,
    ]);
    expect((await ask("one")).status).toBe(200);
  });
});

test("no code is made for a shop whose merchant has not granted discounts", async () => {
  const shop = "ungranted.myshopify.com" as Shop;
  await openShop(database, { shop, rules: [someRule({ surfaces: [...surfaces] })] });
  await asker.live.warm([shop]);
  const answer = await asker.ask("prepare", { surface: "checkout", offer }, { dest: shop });
  expect(answer).toMatchObject({ status: 200, body: { kind: "unavailable" } });
  expect(made.size).toBe(0);
});

test("an offer of a version that is live no more is given while what is live says the same, and no longer", async () => {
  const publish = (percent: number) =>
    database.inShop(DEMO_SHOP, (tenant) => {
      const { path, ...rest } = someRule({ id: offer.rule as RuleId, surfaces: [...surfaces] });
      const rule = {
        ...rest,
        path: { ...path, offer: { ...path.offer, discount: { kind: "percent" as const, percent } } },
      };
      return publishVersion(tenant, { format: 1, rules: [rule] }, { by: "merchant", now: NOON, note: "" });
    });
  await publish(15);
  await expect.poll(() => asker.live.of(DEMO_SHOP)?.rulebookVersion).toBe(2);
  expect(await prepare("checkout", { reference: "older" })).toMatchObject({ kind: "prepared" });
  await publish(10);
  await expect.poll(() => asker.live.of(DEMO_SHOP)?.rulebookVersion).toBe(3);
  expect(await prepare("checkout", { reference: "older-still" })).toEqual({ kind: "unavailable" });
});
