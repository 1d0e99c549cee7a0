import { expect, test } from "vitest";
import { readExtract, readShopExtract } from "#app/core/extract/read-extract.ts";
import type { ProductId, RuleId, Shop, VariantId } from "#app/core/values/ids.ts";
import { adminClients } from "#app/shopify/admin-client.ts";
import { offerCodes } from "#app/shopify/create-offer-codes.ts";
import { CAKESTAND_ROSE, openDemoShop, TEAPOT } from "#tests/sandbox/demo-shop.ts";
import { GBP, someRule } from "#tests/support/builders.ts";
import { CREDENTIALS, silentLog } from "#tests/support/shopify-app.ts";
import { testDatabase } from "#tests/support/test-database.ts";
import { APP_CONFIGURATION, encoreFor } from "./encore-for.ts";

const databases = [await testDatabase(), await testDatabase()] as const;
const SOON = { timeout: 20_000, interval: 100 };

test("what is published stands in the shop a moment later, and goes with the rule", async () => {
  const demo = await openDemoShop({ toml: APP_CONFIGURATION });
  const encore = await encoreFor(demo, databases[0]);
  const { store } = demo;
  const shop = store.shop.domain as Shop;
  const productOf = (variant: number) => String(store.variant(variant)?.product.id) as ProductId;
  const id = "teapot-bump" as RuleId;
  const { id: _id, status: _status, editedAt: _editedAt, path, ...rest } = someRule();
  const document = {
    ...rest,
    surfaces: ["checkout", "thank-you"],
    when: { all: [{ kind: "product", lines: "any", products: [productOf(TEAPOT)] }] },
    path: {
      offer: {
        ...path.offer,
        quantityMost: 1,
        source: { kind: "named", products: [{ product: productOf(CAKESTAND_ROSE) }] },
      },
    },
  };
  expect((await encore.flows.saveRule({ shop, by: "7", id, document })).kind).toBe("saved");
  expect((await encore.flows.publishRule({ shop, by: "7", rule: id })).kind).toBe("published");

  const declared = [{ namespace: "$app", key: "offers" }];
  const standing = () => store.appMetafieldsFor([{ variantId: TEAPOT }], declared);
  const valueOn = (type: string) => {
    const value = standing().find(({ target }) => target.type === type)?.metafield.value;
    return value === undefined ? undefined : JSON.parse(value);
  };
  await expect.poll(() => readShopExtract(valueOn("shop"))?.version, SOON).toBe(1);
  await expect.poll(() => readExtract(valueOn("product"))?.rules[0]?.isAutomatic, SOON).toBe(true);
  expect(store.discounts()).toMatchObject([{ code: undefined, what: { kind: "buy-x-get-y" } }]);

  await encore.flows.pauseRule({ shop, by: "7", rule: id });
  await expect.poll(() => store.discounts(), SOON).toEqual([]);
  await expect.poll(() => readExtract(valueOn("product")), SOON).toBeUndefined();
  await expect.poll(() => readShopExtract(valueOn("shop"))?.version, SOON).toBe(2);
  await store.webhooksSettled();
}, 60_000);

test("codes are made in the shop once, however often they are asked for", async () => {
  const demo = await openDemoShop({ toml: APP_CONFIGURATION });
  const encore = await encoreFor(demo, databases[1]);
  const admin = adminClients({ shopify: encore.shopify, log: silentLog })(demo.store.shop.domain as Shop);
  const ask = () =>
    offerCodes(CREDENTIALS)(admin, {
      name: "Teapot bump",
      discount: { kind: "percent", percent: 15 },
      currency: GBP,
      variants: [String(CAKESTAND_ROSE) as VariantId],
      isSentFree: true,
      startsAt: demo.clock.now,
      endsAt: demo.clock.now + 7_200_000,
      seed: "one-purchase",
    });
  const first = await ask();
  expect(first).toMatchObject({ kind: "created", codes: [expect.any(String), expect.any(String)] });
  expect(await ask()).toEqual(first);
  expect(demo.store.discounts().map(({ usageLimit, what }) => [usageLimit, what.kind])).toEqual([
    [1, "free-shipping"],
    [1, "basic"],
  ]);
}, 60_000);
