import { afterAll, beforeEach, expect, test } from "vitest";
import type { Shop } from "#app/core/values/ids.ts";
import { installShop } from "#app/flows/install-shop.ts";
import { refreshShop } from "#app/flows/refresh-shop.ts";
import { jobHandlers } from "#app/jobs/handlers.ts";
import { loadCatalog, saveProducts } from "#app/stores/catalog.ts";
import { liveShops } from "#app/stores/live-shops.ts";
import { loadSetupCheck, saveSetupCheck } from "#app/stores/setup-checks.ts";
import { loadShop, saveUninstalled } from "#app/stores/shops.ts";
import { CAKESTAND, NOON, someProduct } from "#tests/support/builders.ts";
import { drainJobs } from "#tests/support/drain-jobs.ts";
import { data, loopbackShopify } from "#tests/support/loopback-shopify.ts";
import { productNode, variantNode } from "#tests/support/product-nodes.ts";
import { offlineSession, silentLog, testApp } from "#tests/support/shopify-app.ts";
import { testDatabase } from "#tests/support/test-database.ts";

const database = await testDatabase();
const loopback = await loopbackShopify();
const { adminOf, exclusively, install, sessions } = testApp(database);
const needs = {
  database,
  adminOf,
  exclusively,
  now: () => NOON + 60_000,
  log: silentLog,
  sessions: { keepAlive: async () => "fresh" as const },
  live: liveShops(database),
};
afterAll(() => needs.live.close());
const handlers = jobHandlers(needs);
let shop: Shop;
let count = 0;

beforeEach(async () => {
  shop = `installs-${++count}.myshopify.com` as Shop;
  loopback.asked.length = 0;
  await install(shop);
  await database.inShop(shop, (tenant) => saveProducts(tenant, [someProduct({ updatedAt: NOON - 60_000 })]));
});

/** The shop and its one product, £14.00 by now, as Shopify tells them; `meanwhile` happens while it reads the shop. */
function inShopify({ currencyCode = "GBP", meanwhile = async () => {} } = {}): void {
  loopback.answer = async ({ operation }) => {
    if (operation !== "EncoreReadShop") {
      const dearer = productNode(CAKESTAND, { variants: [variantNode("2002", { price: "14.00" })] });
      return data({ shop: { currencyCode }, nodes: [dearer] });
    }
    await meanwhile();
    return data({
      shop: {
        name: "Demo",
        currencyCode,
        ianaTimezone: "Europe/London",
        shipsToCountries: ["GB", "IE"],
        primaryDomain: { localization: null },
      },
      currentAppInstallation: { app: { id: "gid://shopify/App/77" }, accessScopes: [] },
    });
  };
}

const price = async () => {
  const [product] = await database.inShop(shop, (tenant) => loadCatalog(tenant, [CAKESTAND]));
  return product?.variants[0]?.price;
};

test("a shop that comes back has its products read again: nobody told us of them while it was gone", async () => {
  await saveUninstalled(database, shop, NOON + 1_000);
  await sessions.storeSession(offlineSession(shop));
  inShopify();
  await installShop(needs, shop);
  await drainJobs(database, handlers);
  expect(await price()).toEqual({ minor: 1400, currency: "GBP" });
});

test("a shop that comes back is not told that it lost the page which it has yet to choose anew", async () => {
  await database.inShop(shop, (tenant) => saveSetupCheck(tenant, { checkedAt: NOON, pageChosen: true, embed: "on" }));
  await saveUninstalled(database, shop, NOON + 1_000);
  await sessions.storeSession(offlineSession(shop));
  inShopify();
  await installShop(needs, shop);
  expect(await database.inShop(shop, loadSetupCheck)).toBeUndefined();
});

test("a shop that changes its currency has its products read again, in the new one", async () => {
  inShopify({ currencyCode: "EUR" });
  await refreshShop(needs, { shop });
  await drainJobs(database, handlers);
  expect(await loadShop(database, shop)).toMatchObject({ currency: "EUR" });
  expect(await price()).toEqual({ minor: 1400, currency: "EUR" });
});

test("a shop that has the app already costs no reading of its products when it gets a new token", async () => {
  inShopify();
  await installShop(needs, shop);
  await drainJobs(database, handlers);
  expect(loopback.asked.map(({ operation }) => operation)).toEqual(["EncoreReadShop"]);
});

test("a shop that leaves while its new scopes are being read stays gone", async () => {
  inShopify({ meanwhile: async () => void (await saveUninstalled(database, shop, NOON + 1_000)) });
  await refreshShop(needs, { shop });
  expect(await loadShop(database, shop)).toMatchObject({ uninstalledAt: NOON + 1_000 });
});
