import { expect, test } from "vitest";
import { apiOf } from "./admin-api-client.ts";
import { type DemoShop, openDemoShop, sentBy } from "./demo-shop.ts";

const topicsSince = (shop: DemoShop, from: number) =>
  sentBy(shop)
    .slice(from)
    .map(({ topic }) => topic);

test("a shop has a collection for each product type, and a product tells those it is in", async () => {
  const api = await apiOf(await openDemoShop());
  const { body } = await api.ask(`{
    collections(first: 5) { nodes { title handle updatedAt productsCount { count precision } } }
    product(id: "gid://shopify/Product/4100") { collections(first: 5) { nodes { title } } } }`);
  expect(body.data).toEqual({
    collections: {
      nodes: [
        {
          title: "Gifts",
          handle: "gifts",
          updatedAt: "2026-11-21T18:04:02Z",
          productsCount: { count: 4, precision: "EXACT" },
        },
      ],
    },
    product: { collections: { nodes: [{ title: "Gifts" }] } },
  });
});

test("a collection lists its products best seller first, by price, or as the merchant put them", async () => {
  const shop = await openDemoShop();
  const api = await apiOf(shop);
  const picks = shop.store.createCollection("Staff Picks");
  shop.store.changeCollection(picks?.id ?? 0, { add: [4300, 4100, 4400] });
  const listed = async (args: string) => {
    const query = `{ collection(id: "gid://shopify/Collection/${picks?.id}") { sortOrder products(${args}) { nodes { title } } } }`;
    return (await api.ask(query)).body.data.collection.products.nodes.map(({ title }: { title: string }) => title);
  };
  expect(await listed("first: 9")).toEqual(["Sewing Pattern", "Regency Teapot", "Pin"]);
  expect(await listed("first: 9, sortKey: BEST_SELLING")).toEqual(["Regency Teapot", "Sewing Pattern", "Pin"]);
  expect(await listed("first: 9, sortKey: PRICE")).toEqual(["Pin", "Sewing Pattern", "Regency Teapot"]);
  expect(await listed("first: 1, sortKey: PRICE, reverse: true")).toEqual(["Regency Teapot"]);
});

test("a product that a new tag puts into a collection is updated; the collection sends nothing", async () => {
  const shop = await openDemoShop();
  const tea = shop.store.createCollection("Tea", { kind: "rule", column: "tag", is: "tea" });
  if (!tea) throw new Error("there is no collection");
  const before = topicsSince(shop, 0).length;
  shop.store.setProductTags(4200, ["Tea", "gift"]);
  expect(topicsSince(shop, before)).toEqual(["products/update"]);
  expect(sentBy(shop).at(-1)?.payload).toMatchObject({ id: 4200, tags: "Tea, gift" });
  expect(shop.store.productsIn(tea).map(({ id }) => id)).toEqual([4100, 4200]);
  shop.store.setProductTags(4200, ["gift"]);
  expect(shop.store.productsIn(tea).map(({ id }) => id)).toEqual([4100]);
});

test("tags that stay the same send nothing", async () => {
  const shop = await openDemoShop();
  shop.store.setProductTags(4100, [" gift", "tea", "TEA", ""]);
  expect(topicsSince(shop, 0)).toEqual([]);
});

test("what is put in or taken out by hand, and a new title, update the collection, several products once", async () => {
  const shop = await openDemoShop();
  const { id = 0 } = shop.store.createCollection("Picks") ?? {};
  shop.store.changeCollection(id, { add: [4100, 4200] });
  shop.store.changeCollection(id, { remove: [4100] });
  shop.store.changeCollection(id, { add: [4200, 7] });
  shop.store.renameCollection(id, "Our picks");
  shop.store.deleteCollection(id);
  expect(topicsSince(shop, 0)).toEqual([
    "collections/create",
    "collections/update",
    "collections/update",
    "collections/update",
    "collections/delete",
  ]);
  expect(sentBy(shop)[3]?.payload).toMatchObject({ id, title: "Our picks", handle: "picks" });
});

test("nothing is put by hand into a collection that goes by a rule", async () => {
  const { store } = await openDemoShop();
  expect(store.changeCollection(store.collections()[0]?.id ?? 0, { remove: [4100] })).toBe(false);
});

test("collections are found by title, handle and kind", async () => {
  const shop = await openDemoShop();
  shop.store.createCollection("Staff Picks");
  const api = await apiOf(shop);
  const found = async (query: string) => {
    const { body } = await api.ask("query ($q: String) { collections(first: 9, query: $q) { nodes { handle } } }", {
      q: query,
    });
    return body.data.collections.nodes.map(({ handle }: { handle: string }) => handle);
  };
  expect(await found("picks")).toEqual(["staff-picks"]);
  expect(await found("collection_type:smart")).toEqual(["gifts"]);
  expect(await found("handle:staff-picks")).toEqual(["staff-picks"]);
});

test("an id that is no collection's is refused or null, as Shopify answers", async () => {
  const api = await apiOf(await openDemoShop());
  const unknown = await api.ask(`{ collection(id: "gid://shopify/Collection/1") { title } }`);
  expect(unknown.body.data.collection).toBeNull();
  const wrong = await api.ask(`{ collection(id: "gid://shopify/Product/4100") { title } }`);
  expect(wrong.body.errors[0].extensions.code).toBe("RESOURCE_NOT_FOUND");
});
