import { afterAll, beforeEach, describe, expect, test } from "vitest";
import type { Clause, ProductSource, Rule } from "#app/core/rules/rulebook.ts";
import type { CollectionId, ProductId, RuleId, Shop } from "#app/core/values/ids.ts";
import { copyCatalog } from "#app/flows/copy-catalog.ts";
import { publishRulebook } from "#app/flows/publish-rulebook.ts";
import { receiveWebhook } from "#app/flows/receive-webhook.ts";
import { renewCollections } from "#app/flows/renew-collections.ts";
import { jobHandlers } from "#app/jobs/handlers.ts";
import type { WebhookSubject } from "#app/shopify/webhook-subject.ts";
import type { WebhookTopic } from "#app/shopify/webhook-topics.ts";
import { loadCatalog } from "#app/stores/catalog.ts";
import { loadCatalogCopy } from "#app/stores/catalog-copy.ts";
import { loadCollections } from "#app/stores/collections.ts";
import { liveShops } from "#app/stores/live-shops.ts";
import { loadDraft, saveDraft } from "#app/stores/rulebooks.ts";
import { NOON, someRule, TEA_TIME } from "#tests/support/builders.ts";
import { drainJobs } from "#tests/support/drain-jobs.ts";
import { loopbackShopify } from "#tests/support/loopback-shopify.ts";
import { silentLog, testApp } from "#tests/support/shopify-app.ts";
import { type ShopifyShop, shopifyShop } from "#tests/support/shopify-shop.ts";
import { testDatabase } from "#tests/support/test-database.ts";

const database = await testDatabase();
const loopback = await loopbackShopify();
const { adminOf, exclusively, install } = testApp(database);
const needs = {
  database,
  adminOf,
  exclusively,
  now: () => NOON,
  log: silentLog,
  sessions: { keepAlive: async () => "fresh" as const },
  live: liveShops(database),
};
afterAll(() => needs.live.close());
const MANY = ["1001", "1002", "1003", "1004", "1005", "1006", "1007"];
let shop: Shop;
let count = 0;
let shopify: ShopifyShop;

beforeEach(async () => {
  shop = `data-${++count}.myshopify.com` as Shop;
  shopify = shopifyShop(MANY);
  shopify.collections.set(TEA_TIME, ["1006", "1004"]);
  loopback.asked.length = 0;
  loopback.answer = (asked) => shopify.answer(asked);
  await install(shop);
});

const drain = () => drainJobs(database, jobHandlers(needs));
const inShop = database.inShop;
const copied = async () => (await inShop(shop, (tenant) => loadCatalog(tenant))).map(({ id }) => id);
const members = async () => (await inShop(shop, loadCollections)).map(({ products }) => products);
const askedFor = (operation: string) => loopback.asked.filter((one) => one.operation === operation);

async function publish(...rules: readonly Rule[]) {
  await inShop(shop, async (tenant) => {
    const { revision } = await loadDraft(tenant);
    await saveDraft(tenant, { format: 1, rules }, { expectedRevision: revision, by: "7", now: NOON });
  });
  return publishRulebook(needs, { shop, by: "7", to: "everyone" });
}

const asking = (clause: Clause): Rule => someRule({ when: { all: [clause] } });

function offering(source: ProductSource): Rule {
  const { path, ...rest } = someRule();
  return { ...rest, path: { offer: { ...path.offer, source } } };
}

const tagged = asking({ kind: "tag", lines: "any", tags: ["tea"] });
const over = (key: string): Rule =>
  asking({ kind: "product-metafield", lines: "any", namespace: "custom", key, values: ["x"] });

const receive = (topic: WebhookTopic, subject: WebhookSubject) =>
  receiveWebhook(needs, { shop, topic, webhookId: `w-${++count}`, triggeredAt: NOON, subject });
const aboutProduct = (id: string): WebhookSubject => ({ about: "product", product: id as ProductId });

describe("a rule over what products are", () => {
  test("has every product copied by a job, where publishing read only the one it names", async () => {
    expect(await publish(tagged)).toMatchObject({ kind: "published", missing: [] });
    expect(await copied()).toEqual(["1002"]);
    await drain();
    expect(await copied()).toEqual(MANY);
    expect(askedFor("EncoreReadCatalogPage")).toHaveLength(4);
    expect(await inShop(shop, loadCatalogCopy)).toMatchObject({ productsRead: 7, endedAt: NOON });
  });

  test("costs no second copy when another such rule is published", async () => {
    await publish(tagged);
    await drain();
    loopback.asked.length = 0;
    await publish(tagged, someRule({ ...offering({ kind: "complementary" }), id: "second" as RuleId }));
    await drain();
    expect(askedFor("EncoreReadCatalogPage")).toEqual([]);
  });

  test("has products read again when it asks for a metafield that was not read with them", async () => {
    shopify.products.set("1005", { metafields: { "custom.material": "tin", "custom.season": "spring" } });
    await publish(over("material"));
    await drain();
    await publish(over("season"));
    await drain();
    const [product] = await inShop(shop, (tenant) => loadCatalog(tenant, ["1005" as ProductId]));
    expect(product?.metafields).toEqual({ "custom.material": "tin", "custom.season": "spring" });
  });

  test("hears of a product that is made afterwards", async () => {
    await publish(tagged);
    await drain();
    shopify.products.set("1008", {});
    expect(await receive("products/create", aboutProduct("1008"))).toEqual({ kind: "received" });
    await drain();
    expect(await copied()).toContain("1008");
  });
});

describe("the copy of a whole catalogue", () => {
  test("goes on where it was interrupted", async () => {
    await publish(tagged);
    const failing = new Error("the process dies");
    let pages = 0;
    loopback.answer = (asked) => {
      if (asked.operation === "EncoreReadCatalogPage" && ++pages === 3)
        return { status: 400, body: { errors: failing.message } };
      return shopify.answer(asked);
    };
    await expect(copyCatalog(needs, { shop })).rejects.toMatchObject({ code: "shopify-refused" });
    expect(await inShop(shop, loadCatalogCopy)).toMatchObject({ productsRead: 4, cursor: "1004" });
    loopback.asked.length = 0;
    expect(await copyCatalog(needs, { shop })).toBe("copied");
    expect(askedFor("EncoreReadCatalogPage").map(({ variables }) => variables.after)).toEqual(["1004", "1006"]);
    expect(await copied()).toEqual(MANY);
  });

  test("is done once by two jobs at the same moment", async () => {
    await publish(tagged);
    await Promise.all([copyCatalog(needs, { shop }), copyCatalog(needs, { shop })]);
    await drain();
    expect(await inShop(shop, loadCatalogCopy)).toMatchObject({ productsRead: 7, endedAt: NOON });
  });

  test("of a large shop is many short jobs, one after the other", async () => {
    shopify = shopifyShop(Array.from({ length: 60 }, (_, at) => String(2_000 + at)));
    shopify.pageSize = 1;
    await publish(tagged);
    expect(await copyCatalog(needs, { shop })).toBe("goes-on");
    expect(await inShop(shop, loadCatalogCopy)).toMatchObject({ productsRead: 25 });
    await drain();
    expect(await inShop(shop, loadCatalogCopy)).toMatchObject({ productsRead: 60, endedAt: NOON });
  });

  test("is not begun for rules that name their products", async () => {
    await publish(someRule());
    await drain();
    expect(await copyCatalog(needs, { shop })).toBe("not-mine");
    expect(await copied()).toEqual(["1001", "1002"]);
  });
});

describe("a collection that a rule speaks of", () => {
  const asked = asking({ kind: "collection", lines: "any", collections: [TEA_TIME] });
  const offered = offering({ kind: "collection", collection: TEA_TIME, order: "best-selling" });

  test("is there with the version, in the order of its best sellers", async () => {
    await publish(asked);
    expect(await members()).toEqual([["1006", "1004"]]);
    await drain();
    expect(await copied()).toEqual(["1002"]);
  });

  test("has each of its products copied where they are offered", async () => {
    await publish(offered);
    await drain();
    expect(await copied()).toEqual(["1001", "1004", "1006"]);
  });

  test("has what comes into it copied too", async () => {
    await publish(offered);
    await drain();
    shopify.collections.set(TEA_TIME, ["1007", "1006"]);
    await receive("collections/update", { about: "collection", collection: TEA_TIME });
    await drain();
    expect(await members()).toEqual([["1007", "1006"]]);
    expect(await copied()).toContain("1007");
  });

  test("that is deleted has nothing in it", async () => {
    await publish(asked);
    shopify.collections.clear();
    await receive("collections/delete", { about: "collection", collection: TEA_TIME });
    await drain();
    expect(await members()).toEqual([[]]);
  });

  test("is read again once a day: what sells best drifts, and nobody tells", async () => {
    await publish(asked);
    await drain();
    shopify.collections.set(TEA_TIME, ["1004", "1006"]);
    expect(await renewCollections(needs)).toBeGreaterThan(0);
    await drain();
    expect(await members()).toEqual([["1004", "1006"]]);
  });

  test("is read again once for a burst of products that may have moved, and not for changes that move none", async () => {
    await publish(tagged, someRule({ ...asked, id: "second" as RuleId }));
    await drain();
    loopback.asked.length = 0;
    for (const id of MANY) shopify.products.set(id, { tags: ["tea"], updatedAt: "2026-11-21T12:30:00Z" });
    for (const id of MANY) await receive("products/update", aboutProduct(id));
    await drain();
    expect(askedFor("EncoreReadCollection")).toHaveLength(1);
    for (const id of MANY) shopify.products.set(id, { tags: ["tea"], updatedAt: "2026-11-21T12:40:00Z" });
    for (const id of MANY) await receive("products/update", aboutProduct(id));
    await drain();
    expect(askedFor("EncoreReadCollection")).toHaveLength(1);
    expect(askedFor("EncoreReadProducts").length).toBeLessThan(8);
  });

  test("that no rule speaks of costs no work", async () => {
    await publish(someRule());
    const other = "9009" as CollectionId;
    expect(await receive("collections/update", { about: "collection", collection: other })).toEqual({
      kind: "not-ours",
    });
  });
});

test("a rule with hundreds of products is published without a merchant waiting for all of them", async () => {
  shopify = shopifyShop(Array.from({ length: 300 }, (_, at) => String(3_000 + at)));
  const products = [...shopify.products.keys()] as ProductId[];
  await publish(asking({ kind: "product", lines: "any", products }));
  expect((await copied()).length).toBeLessThanOrEqual(100);
  await drain();
  expect(await copied()).toHaveLength(300);
}, 30_000);
