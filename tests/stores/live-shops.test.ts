import pg from "pg";
import { afterEach, expect, test } from "vitest";
import type { Rulebook } from "#app/core/rules/rulebook.ts";
import type { ProductId, RuleId, Shop } from "#app/core/values/ids.ts";
import { markDeleted, saveProducts } from "#app/stores/catalog.ts";
import { saveCollection, wantCollections } from "#app/stores/collections.ts";
import { openDatabase } from "#app/stores/database.ts";
import { type LiveShop, type LiveShops, liveShops } from "#app/stores/live-shops.ts";
import { loadLiveShop } from "#app/stores/load-live-shop.ts";
import { publishVersion } from "#app/stores/rulebooks.ts";
import { saveDetails, saveInstalled, saveUninstalled } from "#app/stores/shops.ts";
import {
  CAKESTAND,
  LUNCH_BAG,
  NOON,
  someCollection,
  someProduct,
  someRule,
  TEA_TIME,
} from "#tests/support/builders.ts";
import { testDatabase } from "#tests/support/test-database.ts";
import { LONDON_SHOP, ONE_RULE } from "./filled-shop.ts";

const database = await testDatabase();
const opened: LiveShops[] = [];
let shops = 0;

afterEach(async () => {
  for (const live of opened.splice(0)) await live.close();
});

function open(): LiveShops {
  const live = liveShops(database);
  opened.push(live);
  return live;
}

const publish = (shop: Shop, rulebook: Rulebook) =>
  database.inShop(shop, (tenant) => publishVersion(tenant, rulebook, { by: "merchant", now: NOON, note: "" }));

async function installed(): Promise<Shop> {
  const shop = `shop-${++shops}.myshopify.com` as Shop;
  await saveInstalled(database, shop, LONDON_SHOP, NOON);
  return shop;
}

/** Rules and the product's price say the same number, so that half of a change can be told. */
async function publishNumbered(shop: Shop, number: number): Promise<void> {
  await database.inShop(shop, async (tenant) => {
    await saveProducts(tenant, [someProduct({ title: `product ${number}`, updatedAt: NOON + number })]);
    const rulebook = { format: 1, rules: [someRule({ name: `rule ${number}` })] } as const;
    await publishVersion(tenant, rulebook, { by: "merchant", now: NOON, note: "" });
  });
}

const numbersOf = (live: LiveShop | undefined) => [
  live?.compiled.rulebook.rules[0]?.name.split(" ")[1],
  live?.catalog.products.get(CAKESTAND)?.title.split(" ")[1],
];

const soon = (check: () => void) =>
  expect
    .poll(
      () => {
        check();
        return true;
      },
      { timeout: 5_000, interval: 5 },
    )
    .toBe(true);

test("a shop that is not in memory is undefined at first and there a moment later", async () => {
  const shop = await installed();
  await publish(shop, ONE_RULE);
  const live = open();
  expect(live.of(shop)).toBeUndefined();
  await soon(() => expect(live.of(shop)).toMatchObject({ shop, currency: "GBP", rulebookVersion: 1 }));
});

test("a shop with nothing published is live with no rule, and one that never installed the app is known to be absent", async () => {
  const shop = await installed();
  const stranger = "stranger.myshopify.com" as Shop;
  const live = open();
  await live.warm([shop, stranger]);
  expect(live.of(shop)).toMatchObject({ rulebookVersion: 0 });
  expect(live.of(stranger)).toBeUndefined();
  expect([live.isKnownAbsent(stranger), live.isKnownAbsent(shop)]).toEqual([true, false]);
  await saveInstalled(database, stranger, LONDON_SHOP, NOON);
  await soon(() => expect(live.of(stranger)).toMatchObject({ shop: stranger }));
});

test("what is published is live in every process, and a change of a product too", async () => {
  const shop = await installed();
  const [one, two] = [open(), open()];
  await Promise.all([one.warm([shop]), two.warm([shop])]);
  await publish(shop, ONE_RULE);
  for (const live of [one, two]) await soon(() => expect(live.of(shop)?.rulebookVersion).toBe(1));
  await database.inShop(shop, (tenant) => saveProducts(tenant, [someProduct()]));
  for (const live of [one, two]) await soon(() => expect(live.of(shop)?.catalog.products.size).toBe(1));
});

test("a shop that publishes for the first time is loaded before its first shopper asks", async () => {
  const live = open();
  await live.warm([]);
  const shop = await installed();
  await publish(shop, ONE_RULE);
  await new Promise((resolve) => setTimeout(resolve, 1_000));
  expect(live.of(shop)?.rulebookVersion).toBe(1);
});

test("a process that loads many shops at once leaves connections to others", async () => {
  let loading = 0;
  let most = 0;
  const inShop: typeof database.inShop = async (shop, work) => {
    most = Math.max(most, ++loading);
    return database.inShop(shop, work).finally(() => void loading--);
  };
  const live = liveShops({ ...database, inShop });
  opened.push(live);
  const many = Array.from({ length: 300 }, (_, at) => `many-${at}.myshopify.com` as Shop);
  await live.warm(many);
  expect(many.every((shop) => live.isKnownAbsent(shop))).toBe(true);
  expect(most).toBeLessThanOrEqual(5);
});

test("it takes less than a second", async () => {
  const shop = await installed();
  const live = open();
  await live.warm([shop]);
  const took: number[] = [];
  for (const version of [1, 2, 3]) {
    await publish(shop, ONE_RULE);
    const began = performance.now();
    await soon(() => expect(live.of(shop)?.rulebookVersion).toBe(version));
    took.push(performance.now() - began);
  }
  // The best of three: the machine may be busy with other tests. Alone it is about 10 ms.
  expect(Math.min(...took)).toBeLessThan(1_000);
});

test("a rule that is edited is live in another process, on a connection of its own, within a second", async () => {
  const shop = await installed();
  const other = openDatabase(database.url);
  const elsewhere = liveShops(other);
  try {
    await elsewhere.warm([shop]);
    const took: number[] = [];
    for (const number of [1, 2, 3]) {
      const began = performance.now();
      await publishNumbered(shop, number);
      await soon(() => expect(numbersOf(elsewhere.of(shop))).toEqual([String(number), String(number)]));
      took.push(performance.now() - began);
    }
    // The worst of three, from the merchant's click on: alone it is about 20 ms.
    expect(Math.max(...took)).toBeLessThan(1_000);
  } finally {
    await elsewhere.close();
    await other.close();
  }
});

test("of a copy that is in memory only what changed is read again, and a deleted product too", async () => {
  const shop = await installed();
  const many = Array.from({ length: 300 }, (_, at) => someProduct({ id: String(5_000 + at) as ProductId }));
  await database.inShop(shop, (tenant) => saveProducts(tenant, many));
  const first = await loadLiveShop(database, shop);
  const change = someProduct({ id: many[7]?.id as ProductId, title: "Changed", updatedAt: NOON + 1 });
  await database.inShop(shop, async (tenant) => {
    await saveProducts(tenant, [change]);
    await markDeleted(tenant, many[9]?.id as ProductId, NOON + 2);
  });
  const second = await loadLiveShop(database, shop, first);
  expect(second?.live.catalog.products.size).toBe(300);
  expect(second?.live.catalog.products.get(change.id)?.title).toBe("Changed");
  expect(second?.live.catalog.products.get(many[9]?.id as ProductId)?.status).toBe("deleted");
  const same = [...(second?.products ?? [])].filter(([id, copied]) => first?.products.get(id) === copied);
  expect(same).toHaveLength(298);
  const fresh = await loadLiveShop(database, shop);
  expect([...(fresh?.live.catalog.products ?? [])]).toEqual([...(second?.live.catalog.products ?? [])]);
});

test("what a transaction that began earlier commits later is not missed", async () => {
  const shop = await installed();
  let commit = () => {};
  const waits = new Promise<void>((resolve) => (commit = resolve));
  let isWritten = () => {};
  const written = new Promise<void>((resolve) => (isWritten = resolve));
  const early = database.inShop(shop, async (tenant) => {
    await saveProducts(tenant, [someProduct({ title: "Early" })]);
    isWritten();
    await waits;
  });
  await written;
  await database.inShop(shop, (tenant) => saveProducts(tenant, [someProduct({ id: LUNCH_BAG })]));
  const before = await loadLiveShop(database, shop);
  expect([...(before?.live.catalog.products.keys() ?? [])]).toEqual([LUNCH_BAG]);
  commit();
  await early;
  const after = await loadLiveShop(database, shop, before);
  expect(after?.live.catalog.products.get(CAKESTAND)?.title).toBe("Early");
});

test("a product whose copy was read before a rule asked for its metafield is not known until it is read again", async () => {
  const shop = await installed();
  const over = {
    kind: "product-metafield",
    lines: "any",
    namespace: "custom",
    key: "material",
    values: ["tin"],
  } as const;
  await database.inShop(shop, async (tenant) => {
    await saveProducts(tenant, [someProduct()]);
    await saveProducts(tenant, [someProduct({ id: LUNCH_BAG })], { metafields: ["custom.material"] });
  });
  const live = open();
  await live.warm([shop]);
  expect(live.of(shop)?.catalog.products.size).toBe(2);
  await publish(shop, { format: 1, rules: [someRule({ when: { all: [over] } })] });
  await soon(() => expect([...(live.of(shop)?.catalog.products.keys() ?? [])]).toEqual([LUNCH_BAG]));
  await database.inShop(shop, (tenant) => saveProducts(tenant, [someProduct()], { metafields: ["custom.material"] }));
  await soon(() => expect(live.of(shop)?.catalog.products.size).toBe(2));
});

test("the shop's time zone, where it ships to and the collections of its rules are live too", async () => {
  const shop = await installed();
  const live = open();
  await live.warm([shop]);
  expect(live.of(shop)?.catalog.shop).toEqual({ currency: "GBP", timezone: "Europe/London" });
  await saveDetails(database, shop, { ...LONDON_SHOP, timezone: "Asia/Tokyo", shipsTo: ["JP"] });
  await database.inShop(shop, (tenant) => saveCollection(tenant, someCollection()));
  const profile = { currency: "GBP", timezone: "Asia/Tokyo", shipsTo: ["JP"] };
  await soon(() => expect(live.of(shop)?.catalog.shop).toEqual(profile));
  await soon(() => expect(live.of(shop)?.catalog.collections.get(TEA_TIME)).toEqual(someCollection()));
  expect(live.of(shop)?.compiled.catalog).toBe(live.of(shop)?.catalog);
});

test("a collection that rules want and nobody has read yet is unknown, not empty", async () => {
  const shop = await installed();
  await database.inShop(shop, (tenant) => wantCollections(tenant, new Set([TEA_TIME]), { offered: new Set() }));
  expect((await loadLiveShop(database, shop))?.live.catalog.collections.has(TEA_TIME)).toBe(false);
});

test("rules and products change together: no moment shows the new of one with the old of the other", async () => {
  const shop = await installed();
  await publishNumbered(shop, 0);
  const live = open();
  await live.warm([shop]);
  let halves = 0;
  let looking = true;
  const looked = new Promise<void>((resolve) => {
    const look = () => {
      const [rule, product] = numbersOf(live.of(shop));
      if (rule !== product) halves += 1;
      if (looking) setImmediate(look);
      else resolve();
    };
    look();
  });
  for (let number = 1; number <= 30; number += 1) await publishNumbered(shop, number);
  await soon(() => expect(numbersOf(live.of(shop))).toEqual(["30", "30"]));
  looking = false;
  await looked;
  expect(halves).toBe(0);
  expect(live.of(shop)?.rulebookVersion).toBe(31);
});

test("a shop that uninstalls is decided for no more, and again once it is back", async () => {
  const shop = await installed();
  const live = open();
  await live.warm([shop]);
  expect(await saveUninstalled(database, shop, NOON + 1)).toBe(true);
  await soon(() => expect(live.of(shop)).toBeUndefined());
  await soon(() => expect(live.isKnownAbsent(shop)).toBe(true));
  await saveInstalled(database, shop, LONDON_SHOP, NOON + 2);
  await soon(() => expect(live.of(shop)).toMatchObject({ shop }));
});

test("what changed while the connection was cut is live after it is renewed", async () => {
  const shop = await installed();
  const live = open();
  await live.warm([shop]);
  const owner = new pg.Client({ connectionString: database.ownerUrl });
  await owner.connect();
  await owner.query(`select pg_terminate_backend(pid) from pg_stat_activity
    where datname = current_database() and pid <> pg_backend_pid() and query ilike 'LISTEN%'`);
  await owner.end();
  await publish(shop, ONE_RULE);
  await soon(() => expect(live.of(shop)?.rulebookVersion).toBe(1));
  await publish(shop, { ...ONE_RULE, rules: [someRule({ id: "another" as RuleId })] });
  await soon(() => expect(live.of(shop)?.rulebookVersion).toBe(2));
});
