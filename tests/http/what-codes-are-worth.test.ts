import { beforeAll, beforeEach, expect, test } from "vitest";
import type { PrepareAnswer } from "#app/contracts/surfaces.ts";
import type { Shop } from "#app/core/values/ids.ts";
import { saveProducts } from "#app/stores/catalog.ts";
import { publishVersion } from "#app/stores/rulebooks.ts";
import {
  CAKESTAND,
  CAKESTAND_ROSE,
  NOON,
  pounds,
  someProduct,
  someRule,
  someVariant,
  TEACUP,
  TEACUP_ROSE,
} from "#tests/support/builders.ts";
import { data, loopbackShopify } from "#tests/support/loopback-shopify.ts";
import { testDatabase } from "#tests/support/test-database.ts";
import { openShop } from "./open-shop.ts";
import { somePurchaseBody, surfaceAsker } from "./surface-asker.ts";

const database = await testDatabase();
const shopify = await loopbackShopify();
const asker = await surfaceAsker(database);
const offer = { rule: "teacups-to-cakestand", version: 1, step: 1 };
const surfaces = ["cart", "checkout", "thank-you", "order-status"] as const;
/** What each code takes off, as Shopify was told it. */
const made = new Map<string, unknown>();

beforeEach(() => {
  made.clear();
  shopify.answer = ({ variables }) => {
    const { code, customerGets } = variables.discount as { code: string; customerGets: { value: unknown } };
    made.set(code, customerGets.value);
    return data({ created: { codeDiscountNode: { id: "gid://shopify/DiscountCodeNode/7" }, userErrors: [] } });
  };
});

const shop = "worth.myshopify.com" as Shop;
const source = someRule().path.offer;
const rulebookOf = (changes: Partial<typeof source>) => ({
  format: 1 as const,
  rules: [someRule({ surfaces: [...surfaces], path: { offer: { ...source, ...changes } } })],
});
const ask = async (
  surface: string,
  reference: string,
  { version = 1, ...more }: { version?: number; variants?: string[] },
) => {
  const question = { surface, purchase: somePurchaseBody({ reference }), offer: { ...offer, version }, ...more };
  return (await asker.ask("prepare", question, { dest: shop })).body as PrepareAnswer;
};
const publish = async (changes: Partial<typeof source>, version: number) => {
  await database.inShop(shop, (tenant) =>
    publishVersion(tenant, rulebookOf(changes), { by: "merchant", now: NOON, note: "" }),
  );
  await expect.poll(() => asker.live.of(shop)?.rulebookVersion).toBe(version);
};

beforeAll(async () => {
  const teacup = someProduct({ id: TEACUP, variants: [someVariant({ id: TEACUP_ROSE, price: pounds(3) })] });
  await openShop(database, { shop, products: [someProduct(), teacup], rules: rulebookOf({}).rules });
  await asker.install(shop);
  await asker.live.warm([shop]);
});

test("a product that the codes are not good for is not drawn with them", async () => {
  expect(await ask("checkout", "drawn", { variants: [CAKESTAND_ROSE, "777"] })).toEqual({ kind: "unavailable" });
  expect(made.size).toBe(0);
  expect(await ask("checkout", "drawn", { variants: [CAKESTAND_ROSE] })).toMatchObject({ kind: "prepared" });
  expect(await ask("checkout", "drawn", { variants: ["777"] })).toEqual({ kind: "unavailable" });
});

test("a rule that takes off something else by now does not show that with the codes of before", async () => {
  const first = await ask("checkout", "published-anew", {});
  await publish({ discount: { kind: "percent", percent: 30 } }, 2);
  expect(await ask("checkout", "published-anew", { version: 2 })).toEqual({ kind: "unavailable" });
  expect(await ask("checkout", "published-anew", { version: 1 })).toEqual(first);
  expect(made.size).toBe(1);
});

test("a fixed price is made by what the product costs: once it costs something else, the codes are for no page", async () => {
  await publish({ discount: { kind: "fixed-price", prices: [pounds(10)] } }, 3);
  expect(await ask("checkout", "repriced", { version: 3 })).toMatchObject({ kind: "prepared" });
  const variants = [someVariant({ price: pounds(20) })];
  await database.inShop(shop, (tenant) => saveProducts(tenant, [someProduct({ variants, updatedAt: NOON + 1 })]));
  await expect.poll(() => asker.live.of(shop)?.catalog.products.get(CAKESTAND)?.variants[0]?.price).toEqual(pounds(20));
  expect(await ask("checkout", "repriced", { version: 3 })).toEqual({ kind: "unavailable" });
});

test("one more of what is in the cart is cheaper once: the pieces that were there keep their price", async () => {
  await publish({ source: { kind: "same-again" }, discount: { kind: "percent", percent: 20 }, quantityMost: 1 }, 4);
  expect(await ask("checkout", "one-more", { version: 4 })).toMatchObject({ kind: "prepared" });
  expect([...made.values()]).toEqual([{ discountAmount: { amount: "0.60", appliesOnEachItem: false } }]);
});

test("several more of what is in the cart can't be told from what was there: no code is made", async () => {
  await publish({ source: { kind: "same-again" }, discount: { kind: "percent", percent: 20 }, quantityMost: 3 }, 5);
  expect(await ask("checkout", "some-more", { version: 5 })).toEqual({ kind: "unavailable" });
  expect(made.size).toBe(0);
});
