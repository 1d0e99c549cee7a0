import { expect, test } from "vitest";
import { netOf } from "#app/core/attribution/entries-for.ts";
import type { OrderId, ProductId, PurchaseReference, RuleId, Shop, VariantId } from "#app/core/values/ids.ts";
import { keepAcceptance } from "#app/stores/acceptances.ts";
import { loadCatalog } from "#app/stores/catalog.ts";
import { loadEarnings } from "#app/stores/earnings.ts";
import { loadShop } from "#app/stores/shops.ts";
import { buy, CAKESTAND_ROSE, openDemoShop, signedChangeset, TEAPOT } from "#tests/sandbox/demo-shop.ts";
import { GBP, someAcceptance, someRule } from "#tests/support/builders.ts";
import { testDatabase } from "#tests/support/test-database.ts";
import { APP_CONFIGURATION, encoreFor } from "./encore-for.ts";

const database = await testDatabase();
const SOON = { timeout: 15_000, interval: 100 };

test("from install to earning to refund to uninstall, a shop's webhooks keep Encore's books right", async () => {
  const demo = await openDemoShop({ toml: APP_CONFIGURATION, dials: { webhookDuplicates: 2, webhooksReversed: true } });
  const encore = await encoreFor(demo, database);
  const { store } = demo;
  const shop = store.shop.domain as Shop;
  const inShop = database.inShop;

  const known = await loadShop(database, shop);
  expect(known).toMatchObject({ currency: "GBP", scopes: expect.arrayContaining(["read_inventory"]) });

  const id = "teapot-to-cakestand" as RuleId;
  const { id: _id, status: _status, editedAt: _editedAt, path, ...rest } = someRule();
  const cakestandProduct = String(store.variant(CAKESTAND_ROSE)?.product.id) as ProductId;
  const teapotProduct = String(store.variant(TEAPOT)?.product.id) as ProductId;
  const document = {
    ...rest,
    when: { all: [{ kind: "product", lines: "any", products: [teapotProduct] }] },
    path: { offer: { ...path.offer, source: { kind: "named", products: [{ product: cakestandProduct }] } } },
  };
  expect((await encore.flows.saveRule({ shop, by: "7", id, document })).kind).toBe("saved");
  expect(await encore.flows.publishRule({ shop, by: "7", rule: id })).toMatchObject({ version: 1, missing: [] });
  const rose = async () => {
    const [product] = await inShop(shop, (tenant) => loadCatalog(tenant, [cakestandProduct]));
    return product?.variants.find((variant) => variant.id === String(CAKESTAND_ROSE));
  };
  expect(await rose()).toMatchObject({ price: { minor: 1275 }, stock: { kind: "tracked", left: 5 } });

  const { token, order, orderId } = await buy(store);
  await inShop(shop, (tenant) =>
    keepAcceptance(
      tenant,
      someAcceptance({
        reference: token as PurchaseReference,
        rule: id,
        items: [
          {
            product: cakestandProduct,
            variant: String(CAKESTAND_ROSE) as VariantId,
            quantity: 1,
            amount: { minor: 1084, currency: GBP },
          },
        ],
        acceptedAt: demo.clock.now,
      }),
    ),
  );
  demo.clock.now += 2_000;
  expect(await store.applyChangeset(token, signedChangeset(demo, token))).toMatchObject({ status: "processed" });
  store.finishPostPurchase(token);
  const ledger = () => inShop(shop, (tenant) => loadEarnings(tenant, String(orderId) as OrderId));
  const net = async () => netOf(await ledger(), GBP).minor;
  await expect.poll(net, SOON).toBe(1084);
  await expect.poll(async () => (await rose())?.stock, SOON).toEqual({ kind: "tracked", left: 4 });

  const line = order().lines.find(({ variantId }) => variantId === CAKESTAND_ROSE);
  demo.clock.now += 2_000;
  store.refund(orderId, [{ lineId: line?.id ?? 0, quantity: 1 }]);
  await expect.poll(net, SOON).toBe(0);
  demo.clock.now += 2_000;
  store.cancel(orderId);
  store.setPrice(CAKESTAND_ROSE, 1400);
  await expect.poll(async () => (await rose())?.price.minor, SOON).toBe(1400);
  await store.webhooksSettled();
  expect((await ledger()).map(({ kind }) => kind)).toEqual(["earned", "refunded"]);

  store.deleteProduct(Number(cakestandProduct));
  const status = async () => (await inShop(shop, (tenant) => loadCatalog(tenant, [cakestandProduct])))[0]?.status;
  await expect.poll(status, SOON).toBe("deleted");

  demo.clock.now += 60_000;
  store.uninstallApp();
  await expect.poll(async () => (await loadShop(database, shop))?.uninstalledAt !== undefined, SOON).toBe(true);
  store.sendComplianceWebhook({ topic: "shop/redact" });
  await expect.poll(() => loadShop(database, shop), SOON).toBeUndefined();
  await store.webhooksSettled();
  expect(store.webhookDeliveries().length).toBeGreaterThan(20);
}, 90_000);
