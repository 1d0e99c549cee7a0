import { expect, test } from "vitest";
import type { CatalogProduct } from "#app/core/catalog/catalog.ts";
import type { ProductSource, Rulebook } from "#app/core/rules/rulebook.ts";
import type { ProductId, VariantId } from "#app/core/values/ids.ts";
import { markDeleted, saveProducts } from "#app/stores/catalog.ts";
import { loadRulesScreen } from "#app/stores/read-models/rules-screen.ts";
import { loadTitles } from "#app/stores/read-models/titles.ts";
import { makeLive } from "#app/stores/rulebook-live.ts";
import { addVersion, publishVersion, saveDraft } from "#app/stores/rulebooks.ts";
import { CAKESTAND, NOON, someProduct, someRule, someVariant, TEA_TIME } from "#tests/support/builders.ts";
import { fillShop, LONDON_SHOP, ONE_RULE } from "./filled-shop.ts";
import { shopsOnScreen } from "./shop-on-screen.ts";

const { database, newShop, installed } = await shopsOnScreen();

test("the rules' screen of a new shop is empty, with the shop's currency and clock", async () => {
  expect(await database.inShop(await installed(), loadRulesScreen)).toEqual({
    shop: { currency: "GBP", timezone: "Europe/London" },
    draft: { rulebook: { format: 1, rules: [] }, revision: 0 },
    products: [],
    collections: [],
    scopes: LONDON_SHOP.scopes,
    discounts: [],
  });
});

test("the rules' screen tells the draft from what is live, and a deleted product by what we knew of it", async () => {
  const shop = await installed();
  await fillShop(database, shop);
  const edited = { ...ONE_RULE, rules: [someRule({ name: "Edited" })] };
  await database.inShop(shop, async (tenant) => {
    await saveDraft(tenant, edited, { expectedRevision: 1, by: "merchant", now: NOON });
    await publishVersion(tenant, ONE_RULE, { by: "merchant", now: NOON, note: "" });
    await markDeleted(tenant, CAKESTAND, NOON + 1);
  });
  const deleted: CatalogProduct = someProduct({ status: "deleted", updatedAt: NOON + 1 });
  expect(await database.inShop(shop, loadRulesScreen)).toEqual({
    shop: { currency: "GBP", timezone: "Europe/London" },
    draft: { rulebook: edited, revision: 2 },
    published: { rulebook: ONE_RULE, version: 2 },
    products: [deleted],
    collections: [{ id: TEA_TIME, title: "Tea time" }],
    scopes: LONDON_SHOP.scopes,
    discounts: [{ rule: someRule().id, digest: "0123456789abcdef" }],
  });
});

test("the rules' screen tells while a version is being tried that it is, and by how many", async () => {
  const shop = newShop();
  await fillShop(database, shop);
  await database.inShop(shop, async (tenant) => {
    const version = await addVersion(tenant, { format: 1, rules: [] }, { by: "1", now: NOON, note: "" });
    const trial = { version, percent: 10, seed: version };
    await makeLive(tenant, { version: 1, trial }, { kind: "trial-began", version, percent: 10, by: "1", at: NOON });
  });
  expect(await database.inShop(shop, loadRulesScreen)).toMatchObject({
    published: { version: 1 },
    trial: { version: 2, percent: 10 },
  });
});

test("what rules name is known by its title: in a condition, an offer, a bundle, what follows, by a variant; nothing else is", async () => {
  const shop = await installed();
  const ids = ["1", "2", "3", "4", "5", "6"] as ProductId[];
  await database.inShop(shop, (tenant) =>
    saveProducts(
      tenant,
      ids.map((id) =>
        someProduct({
          id,
          title: `No. ${id}`,
          variants: [someVariant({ id: `9${id}` as VariantId, inventoryItem: `8${id}` })],
        }),
      ),
    ),
  );
  const base = someRule();
  const offering = (source: ProductSource) => ({ offer: { ...base.path.offer, source } });
  const [one, two, three, four, five] = ids as [ProductId, ProductId, ProductId, ProductId, ProductId];
  const rulebook: Rulebook = {
    format: 1,
    rules: [
      someRule({
        when: {
          all: [
            { kind: "product", lines: "any", products: [one] },
            { any: [{ kind: "variant", lines: "any", variants: ["95" as VariantId] }] },
          ],
        },
        path: {
          ...offering({ kind: "named", products: [{ product: two }] }),
          ifDeclined: offering({
            kind: "bundle",
            items: [
              { product: three, quantity: 1 },
              { product: four, quantity: 1 },
            ],
          }),
        },
      }),
    ],
  };
  const { products } = await database.inShop(shop, (tenant) => loadTitles(tenant, [rulebook]));
  expect(products.map(({ title }) => title)).toEqual(["No. 1", "No. 2", "No. 3", "No. 4", "No. 5"]);
  expect(products.find(({ id }) => id === five)?.variants).toEqual([{ id: "95", title: "Default Title" }]);
});
