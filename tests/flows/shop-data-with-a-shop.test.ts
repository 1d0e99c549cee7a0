import { expect, test } from "vitest";
import type { PastOrder } from "#app/core/facts/customer-history.ts";
import type { Rule, Rulebook } from "#app/core/rules/rulebook.ts";
import type { CollectionId, ProductId, Shop, VariantId } from "#app/core/values/ids.ts";
import { loadCatalog } from "#app/stores/catalog.ts";
import { loadCollections } from "#app/stores/collections.ts";
import { buy, openDemoShop, TEAPOT, WHOLE_CATALOGUE } from "#tests/sandbox/demo-shop.ts";
import { someRule } from "#tests/support/builders.ts";
import { testDatabase } from "#tests/support/test-database.ts";
import { APP_CONFIGURATION, encoreFor } from "./encore-for.ts";

const database = await testDatabase();
const SOON = { timeout: 15_000, interval: 100 };

test("a shop's products, collections and customers are copied as its rules need them, and kept as they change", async () => {
  const demo = await openDemoShop({ toml: APP_CONFIGURATION, catalogue: WHOLE_CATALOGUE });
  const { store } = demo;
  const encore = await encoreFor(demo, database);
  const shop = store.shop.domain as Shop;
  const inShop = database.inShop;
  const tea = store.createCollection("Tea");
  store.changeCollection(tea?.id ?? 0, { add: [4200, 4100] });
  const teaId = String(tea?.id) as CollectionId;

  const { path } = someRule();
  const rule: Rule = {
    ...someRule(),
    when: {
      any: [
        { kind: "tag", lines: "any", tags: ["TEA"] },
        { kind: "product-metafield", lines: "any", namespace: "custom", key: "material", values: ["Ceramic"] },
      ],
    },
    path: { offer: { ...path.offer, source: { kind: "collection", collection: teaId, order: "best-selling" } } },
  };
  const rulebook: Rulebook = { format: 1, rules: [rule] };
  const imported = await encore.flows.importRulebook({
    shop,
    by: "7",
    text: JSON.stringify(rulebook),
    expectedRevision: 0,
  });
  expect(imported).toMatchObject({ kind: "imported", revision: 1 });
  expect(await encore.flows.publishRulebook({ shop, by: "7", to: "everyone" })).toMatchObject({ version: 1 });

  const products = async () => (await inShop(shop, (tenant) => loadCatalog(tenant))).map(({ id }) => id);
  await expect.poll(products, SOON).toEqual(WHOLE_CATALOGUE.map(({ id }) => String(id)));
  const copyOf = async (id: string) => (await inShop(shop, (tenant) => loadCatalog(tenant, [id as ProductId])))[0];
  expect(await copyOf("4100")).toMatchObject({
    type: "Gifts",
    vendor: "Penny & Plum",
    tags: ["gift", "tea"],
    metafields: { "custom.material": "Ceramic" },
    complementary: ["4200", "9", "4400"],
    variants: [{ id: String(TEAPOT) as VariantId, cost: { minor: 420 } }],
  });
  expect(await copyOf("4500")).toMatchObject({ components: ["4100", "4200"] });
  expect(await copyOf("4600")).toMatchObject({ isGiftCard: true });
  const members = async () => (await inShop(shop, loadCollections)).map(({ id, products }) => [id, products]);
  await expect.poll(members, SOON).toEqual([[teaId, ["4100", "4200"]]]);

  demo.clock.now += 2_000;
  store.setProductTags(4300, ["tea"]);
  store.changeCollection(tea?.id ?? 0, { remove: [4200] });
  await expect.poll(async () => (await copyOf("4300"))?.tags, SOON).toEqual(["tea"]);
  await expect.poll(members, SOON).toEqual([[teaId, ["4100"]]]);

  const { orderId, token } = await buy(store);
  const customer = String(store.order(orderId)?.customerId);
  const history = async () => {
    const row = await inShop(shop, ({ db }) =>
      db.customerHistory.findUnique({ where: { shop_customer: { shop, customer } } }),
    );
    return row && { orders: row.orders as unknown as PastOrder[], tags: row.tags, isComplete: row.isComplete };
  };
  await expect.poll(async () => (await history())?.orders.length, SOON).toBe(1);
  expect(await history()).toMatchObject({
    orders: [{ reference: token, products: ["4100"], subtotal: { minor: 1000, currency: "GBP" } }],
    isComplete: true,
  });
  store.setCustomerTags(Number(customer), ["wholesale"]);
  await expect.poll(async () => (await history())?.tags, SOON).toEqual(["wholesale"]);
}, 60_000);
