import pg from "pg";
import { expect, test } from "vitest";
import { readExtract, readShopExtract } from "#app/core/extract/read-extract.ts";
import type { ProductId, RuleId } from "#app/core/values/ids.ts";
import { keepExtracts } from "#app/flows/keep-extracts.ts";
import { pauseRule } from "#app/flows/pause-rule.ts";
import { wantExtractsLater } from "#app/flows/want-extracts.ts";
import { loadExtractCopies } from "#app/stores/extract-copies.ts";
import { makeLive } from "#app/stores/rulebook-live.ts";
import { addVersion } from "#app/stores/rulebooks.ts";
import { CAKESTAND, NOON, pounds, someProduct, TEACUP } from "#tests/support/builders.ts";
import { gidOfProduct, someBump, surfaceShop } from "./surface-shop.ts";

const stage = await surfaceShop("extracts");
const keep = () => keepExtracts(stage.needs, { shop: stage.shop });
const SHOP_GID = "gid://shopify/Shop/1";
const TEACUP_GID = gidOfProduct(TEACUP);
const ofShop = () => readShopExtract(stage.shopify.metafields.get(SHOP_GID));
const ofTeacup = () => readExtract(stage.shopify.metafields.get(TEACUP_GID));
const writes = () => stage.asked("EncoreSetMetafields").length;

test("what is published stands in the shop's metafields, on the product that sets it off, open to the storefront", async () => {
  await stage.publish([someBump()]);
  expect(await keep()).toBe("kept");
  expect(stage.shopify.definitions).toEqual(new Set(["SHOP", "PRODUCT"]));
  expect(stage.asked("EncoreDefineMetafield")[0]?.variables).toMatchObject({
    definition: { namespace: "$app", key: "offers", type: "json", access: { storefront: "PUBLIC_READ" } },
  });
  expect(ofShop()).toMatchObject({ version: 1, rules: [], shop: { currency: "GBP" } });
  expect(ofTeacup()).toMatchObject({ version: 1, rules: [{ id: "teacups-to-cakestand" }] });
});

test("nothing is written again that says the same, and a changed price is written where it is told only", async () => {
  await stage.publish([someBump()]);
  await keep();
  await keep();
  expect(writes()).toBe(1);
  const cakestand = someProduct({ updatedAt: NOON + 1 });
  const [rose, ...others] = cakestand.variants;
  await stage.keep({
    ...cakestand,
    variants: [{ ...(rose as NonNullable<typeof rose>), price: pounds(14) }, ...others],
  });
  await keep();
  const written = stage.asked("EncoreSetMetafields").at(-1)?.variables.metafields as { readonly ownerId: string }[];
  expect(written.map(({ ownerId }) => ownerId)).not.toContain(SHOP_GID);
  expect(JSON.stringify(ofTeacup())).toContain('"minor":1400');
  expect(stage.asked("EncoreDefineMetafield")).toHaveLength(2);
});

test("a piece sold of many is not worth writing; the last ones are", async () => {
  const withLeft = (left: number, updatedAt: number) => {
    const product = someProduct({ updatedAt });
    return {
      ...product,
      variants: product.variants.map((one) => ({ ...one, stock: { kind: "tracked" as const, left } })),
    };
  };
  await stage.keep(withLeft(50, NOON + 1));
  await stage.publish([someBump()]);
  await keep();
  await stage.keep(withLeft(49, NOON + 2));
  await keep();
  expect(writes()).toBe(1);
  await stage.keep(withLeft(3, NOON + 3));
  await keep();
  expect(writes()).toBe(2);
});

test("two workers at the same moment write once", async () => {
  await stage.publish([someBump()]);
  expect(await Promise.all([keep(), keep()])).toEqual(["kept", "kept"]);
  expect(writes()).toBe(1);
});

test("a process that dies between Shopify's yes and our commit leaves nothing behind that is not deleted with its rule", async () => {
  await stage.publish([someBump()]);
  let isDead = false;
  const dying = {
    ...stage.needs,
    database: {
      ...stage.database,
      inShop: ((...ask) =>
        isDead ? Promise.reject(new Error("killed")) : stage.database.inShop(...ask)) as typeof stage.database.inShop,
    },
  };
  stage.loopback.answer = (asked) => {
    const answer = stage.shopify.answer(asked);
    if (asked.operation === "EncoreSetMetafields") isDead = true;
    return answer;
  };
  await expect(keepExtracts(dying, { shop: stage.shop })).rejects.toThrow("killed");
  expect(ofTeacup()).toBeDefined();

  await pauseRule(stage.needs, { shop: stage.shop, by: "7", rule: someBump().id });
  expect(await keep()).toBe("kept");
  expect(ofShop()).toMatchObject({ version: 2 });
  expect(stage.shopify.metafields.has(TEACUP_GID)).toBe(false);
  expect([...(await stage.database.inShop(stage.shop, loadExtractCopies)).keys()].sort()).toEqual([
    "definitions",
    "shop",
  ]);
});

test("a merchant who has not agreed yet is asked for nothing behind their back", async () => {
  await stage.grant(["read_products"]);
  await stage.publish([someBump()]);
  expect(await keep()).toBe("not-granted");
  expect(stage.loopback.asked).toEqual([]);
  await stage.grant(["read_products", "write_products"]);
  expect(await keep()).toBe("kept");
  expect(ofTeacup()).toBeDefined();
});

test("a product that Shopify has no more keeps no other from being written", async () => {
  const gone = "1009" as ProductId;
  stage.shopify.gone.add(gidOfProduct(gone));
  await stage.keep(someProduct({ id: gone }));
  await stage.publish([
    someBump(),
    someBump({ id: "gone" as RuleId, when: { all: [{ kind: "product", lines: "any", products: [gone] }] } }),
  ]);
  expect(await keep()).toBe("kept");
  expect(ofTeacup()).toBeDefined();
  expect(stage.shopify.metafields.has(gidOfProduct(gone))).toBe(false);
});

test("several hundred products are written 25 at a time, the shop's own first", async () => {
  const ids = Array.from({ length: 60 }, (_, index) => String(5_000 + index) as ProductId);
  await stage.keep(...ids.map((id) => someProduct({ id, title: `Cup ${id}` })));
  await stage.publish([someBump({ when: { all: [{ kind: "product", lines: "any", products: ids }] } })]);
  await keep();
  const calls = stage
    .asked("EncoreSetMetafields")
    .map(({ variables }) => variables.metafields as { ownerId: string }[]);
  expect(calls.every((call) => call.length <= 25)).toBe(true);
  expect(calls[0]?.[0]?.ownerId).toBe(SHOP_GID);
  expect(ids.every((id) => stage.shopify.metafields.has(gidOfProduct(id)))).toBe(true);
});

test("while a version is tried, every surface asks the app which one its shopper is dealt", async () => {
  await stage.publish([someBump()]);
  await keep();
  expect(ofShop()?.asksApp).toEqual(["thank-you", "order-status"]);
  await stage.database.inShop(stage.shop, async (tenant) => {
    const version = await addVersion(tenant, { format: 1, rules: [] }, { by: "7", now: NOON, note: "" });
    const trial = { version, percent: 10, seed: version };
    await makeLive(tenant, { version: 1, trial }, { kind: "trial-began", version, percent: 10, by: "7", at: NOON });
  });
  await keep();
  expect(ofShop()?.asksApp).toEqual(["checkout", "thank-you", "order-status"]);
});

test("a shop that sells all day long writes once a minute at most, and a shop without extracts not at all", async () => {
  const jobs = async () => {
    const client = new pg.Client({ connectionString: stage.database.ownerUrl });
    await client.connect();
    try {
      const { rows } = await client.query("select key from graphile_worker.jobs where key like $1", [
        `${stage.shop}:keep%`,
      ]);
      return rows.map(({ key }) => key);
    } finally {
      await client.end();
    }
  };
  const sell = (at: number) => stage.database.inShop(stage.shop, (tenant) => wantExtractsLater(tenant, at));
  await sell(NOON);
  expect(await jobs()).toEqual([]);
  await stage.publish([someBump()]);
  await keep();
  for (const second of [1, 20, 40]) await sell(NOON + second * 1_000);
  expect(await jobs()).toEqual([`${stage.shop}:keep-extracts:later`]);
});

test("the cakestand that is offered is in the teacup's part with its price, and what it costs the shop is not", async () => {
  await stage.publish([someBump()]);
  await keep();
  expect(ofTeacup()?.products.map(({ id }) => id)).toContain(CAKESTAND);
  expect(JSON.stringify([...stage.shopify.metafields.values()])).not.toContain('"cost"');
});
