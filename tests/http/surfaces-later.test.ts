import { beforeAll, expect, test } from "vitest";
import type { SurfaceDecideAnswer } from "#app/contracts/surfaces.ts";
import type { Rule } from "#app/core/rules/rulebook.ts";
import type { OrderId, PurchaseReference, RuleId, VariantId } from "#app/core/values/ids.ts";
import { loadAcceptances } from "#app/stores/acceptances.ts";
import { saveOrder } from "#app/stores/orders.ts";
import { someOrder } from "#tests/stores/filled-shop.ts";
import {
  DEMO_SHOP,
  LUNCH_BAG,
  NOON,
  pounds,
  someProduct,
  someRule,
  someVariant,
  TEACUP,
  TEACUP_ROSE,
} from "#tests/support/builders.ts";
import { data, loopbackShopify } from "#tests/support/loopback-shopify.ts";
import { orderNode } from "#tests/support/order-nodes.ts";
import { testDatabase } from "#tests/support/test-database.ts";
import { openShop } from "./open-shop.ts";
import { shopperOnPage, shown } from "./shopper-on-page.ts";
import { shoppersServer } from "./shoppers-server.ts";
import { somePurchaseBody, surfaceAsker } from "./surface-asker.ts";

const database = await testDatabase();
const shopify = await loopbackShopify();
const asker = await surfaceAsker(database);
const { offer: cakestand } = someRule().path;
const DAY = 86_400_000;

/** Until the next midnight a cakestand, after a no a lunch bag; on order status also once more what was bought. */
const rules: readonly Rule[] = [
  someRule({
    surfaces: ["post-purchase", "thank-you"],
    schedule: { until: `${new Date(NOON + DAY).toISOString().slice(0, 10)}T00:00` },
    path: {
      offer: cakestand,
      ifDeclined: { offer: { ...cakestand, source: { kind: "named", products: [{ product: LUNCH_BAG }] } } },
    },
  }),
  someRule({
    id: "once-more" as RuleId,
    surfaces: ["order-status"],
    priority: 2,
    path: { offer: { ...cakestand, source: { kind: "same-again" } } },
  }),
];

beforeAll(async () => {
  const variants = (id: string) => [someVariant({ id: id as VariantId })];
  const bag = someProduct({ id: LUNCH_BAG, title: "Lunch Bag", variants: variants(`2${LUNCH_BAG.slice(1)}`) });
  const teacup = someProduct({ id: TEACUP, title: "Teacup", variants: variants(TEACUP_ROSE) });
  await openShop(database, { rules, products: [someProduct(), bag, teacup] });
  await asker.install(DEMO_SHOP);
  await asker.live.warm([DEMO_SHOP]);
});

/** Shopify tells of this order, and makes codes; we have read it already, with fewer teacups in it. */
async function orderReadBefore(reference: string, id: string): Promise<void> {
  const created = { codeDiscountNode: { id: "gid://shopify/DiscountCodeNode/7" }, userErrors: [] };
  shopify.answer = ({ operation }) =>
    operation === "EncoreReadOrder" ? data({ order: orderNode({ id, token: reference }) }) : data({ created });
  const lines = [{ id: "1" as never, title: "Regency Teacup", variant: TEACUP_ROSE, quantity: 1 }];
  await database.inShop(DEMO_SHOP, (tenant) =>
    saveOrder(tenant, someOrder({ id: id as OrderId, reference: reference as PurchaseReference, lines })),
  );
}
const prepare = async (reference: string, changes: Parameters<typeof somePurchaseBody>[0] = {}) => {
  const [line] = somePurchaseBody().lines;
  const lines = line ? [{ ...line, quantity: 2 }] : [];
  const purchase = somePurchaseBody({ reference, lines, subtotal: pounds(10), ...changes });
  const offer = { rule: rules[0]?.id, version: 1, step: 1 };
  return (await asker.ask("prepare", { surface: "thank-you", purchase, offer })).body;
};

test("who said yes after the payment has the next offer's codes, though we had read the order before that yes", async () => {
  await orderReadBefore("added-to", "8101");
  expect(await prepare("added-to")).toMatchObject({ kind: "prepared" });
});

test("a purchase that claims to be worth more than its order has no codes", async () => {
  await orderReadBefore("worth-less", "8102");
  expect(await prepare("worth-less", { subtotal: pounds(5_000) })).toEqual({ kind: "unavailable" });
});

test("what follows a no is over when its rule is: a visit of days later is not offered it", async () => {
  const server = await shoppersServer(database);
  await server.live.warm([DEMO_SHOP]);
  const shopper = shopperOnPage(server, "days-later");
  const first = shown(await shopper.offered());
  await server.decisions.flush();
  await shopper.declined(first);
  await server.close();
  const decide = async () => {
    const purchase = somePurchaseBody({ reference: "days-later" });
    return (await asker.ask("decide", { surface: "thank-you", purchase })).body as SurfaceDecideAnswer;
  };
  expect(await decide()).toMatchObject({ offer: { step: 2, products: [{ title: "Lunch Bag" }] } });
  asker.now = NOON + 3 * DAY;
  expect(await decide()).toEqual({ kind: "nothing" });
  asker.now = NOON;
});

test("a yes to one more of what was bought is kept though no page told that it was shown", async () => {
  const told = await asker.ask("event", {
    surface: "order-status",
    purchase: somePurchaseBody({ reference: "untold" }),
    offer: { rule: "once-more", version: 1, step: 1 },
    kind: "accept",
    items: [{ variantId: TEACUP_ROSE, quantity: 1 }],
    turn: NOON,
  });
  expect(told).toMatchObject({ status: 200 });
  const yeses = await database.inShop(DEMO_SHOP, (tenant) => loadAcceptances(tenant, "untold" as PurchaseReference));
  expect(yeses).toMatchObject([{ rule: "once-more", items: [{ variant: TEACUP_ROSE }] }]);
});
