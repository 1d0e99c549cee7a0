import { mkdtemp, readdir, readFile, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test } from "vitest";
import { apiOf } from "./admin-api-client.ts";
import { APP_TOML, buy, openDemoShop, signedChangeset, TEAPOT } from "./demo-shop.ts";

const newFile = async () => join(await mkdtemp(join(tmpdir(), "encore-sandbox-")), "store.json");

test("orders, stock, the installed app and tokens survive a restart", async () => {
  const file = await newFile();
  const first = await openDemoShop({ file });
  const { token, orderId } = await buy(first.store);
  await first.store.applyChangeset(token, signedChangeset(first, token));
  const { access_token } = (await (await apiOf(first)).exchange()).body;
  await first.store.close();

  const second = await openDemoShop({ file, installed: false });
  expect(second.store.installed()).toBe(true);
  expect(second.store.order(orderId)).toEqual(first.store.order(orderId));
  expect(second.store.variant(TEAPOT)?.variant.stock).toBe(19);
  expect((await (await apiOf(second)).query(access_token, "{ shop { name } }")).status).toBe(200);
  expect((await buy(second.store)).order().name).toBe("#1002");
});

test("changes are on disk within a moment, and nothing half-written is left beside them", async () => {
  const file = await newFile();
  const { store } = await openDemoShop({ file });
  await buy(store);
  await expect.poll(() => readdir(join(file, ".."))).toEqual(["store.json"]);
});

test("a file that is no snapshot of ours stops the start with its name", async () => {
  const file = await newFile();
  await writeFile(file, '{"version": 7}');
  await expect(openDemoShop({ file })).rejects.toThrow(file);
});

test("webhooks that the app had not taken before a restart go out after it", async () => {
  const file = await newFile();
  const first = await openDemoShop({ file, dials: { webhookRetrySpeed: 50 } });
  first.answers = () => 503;
  await buy(first.store);
  await first.store.webhooksSettled();
  const waiting = first.store.webhookDeliveries().filter(({ state }) => state === "waiting");
  await first.store.close();

  const second = await openDemoShop({ file });
  expect(second.store.webhookDeliveries().filter(({ state }) => state === "waiting")).toEqual(waiting);
  first.answers = () => 200;
  const states = () => new Set(second.store.webhookDeliveries().map(({ state }) => state));
  await expect.poll(states, { timeout: 5_000 }).toEqual(new Set(["delivered"]));
});

test("an app whose toml asks for other scopes since gets them at the next start, and is told", async () => {
  const file = await newFile();
  const first = await openDemoShop({ file });
  await first.store.close();
  const second = await openDemoShop({
    file,
    installed: false,
    toml: APP_TOML.replace("read_inventory", "read_customers"),
  });
  await second.store.webhooksSettled();
  expect(second.heard.map(({ topic, body }) => [topic, JSON.parse(body).current])).toEqual([
    ["app/scopes_update", ["read_products", "read_orders", "read_customers"]],
  ]);
});

test("a shop that an earlier version of the sandbox kept goes on with its orders, and gains what the catalogue knows now", async () => {
  const file = await newFile();
  const first = await openDemoShop({ file });
  const { orderId } = await buy(first.store);
  await first.store.close();
  const kept = JSON.parse(await readFile(file, "utf8"));
  const { collections: _, ...before } = kept;
  const products = kept.products.map((product: Record<string, unknown>) => ({
    ...product,
    metafields: undefined,
    variants: (product.variants as object[]).map((variant) => ({ ...variant, costMinor: undefined })),
  }));
  const customers = kept.customers.map((customer: object) => ({ ...customer, tags: undefined, address: undefined }));
  await writeFile(file, JSON.stringify({ ...before, version: 1, products, customers }));

  const { store } = await openDemoShop({ file, installed: false });
  expect(store.order(orderId)).toEqual(first.store.order(orderId));
  expect(store.variant(TEAPOT)?.variant).toMatchObject({ stock: 19, costMinor: 420 });
  expect(store.product(4100)?.metafields.map(({ key }) => key)).toContain("material");
  expect(store.collections().map(({ title }) => title)).toEqual(["Gifts"]);
  expect(store.customers()).toMatchObject([{ tags: [], address: { city: "London" } }]);
});

test("a shop kept before there were carts and discounts opens with its orders, those abroad in what was paid", async () => {
  const file = await newFile();
  const first = await openDemoShop({ file });
  const { orderId, token } = await buy(first.store);
  await first.store.close();
  const { carts, discounts, metafields, metafieldDefinitions, placements, sessions, ...kept } = JSON.parse(
    await readFile(file, "utf8"),
  );
  expect([carts, discounts, metafields, metafieldDefinitions, placements, sessions]).toEqual([{}, [], [], [], [], {}]);
  const without = (thing: object, ...names: readonly string[]) =>
    Object.fromEntries(Object.entries(thing).filter(([name]) => !names.includes(name)));
  const orders = kept.orders.map((order: { lines: object[] }) => ({
    ...without(order, "attributes", "note", "discountCodes"),
    presentmentCurrency: "EUR",
    lines: order.lines.map((line) => without(line, "attributes")),
  }));
  const checkouts = Object.fromEntries(
    Object.entries(kept.checkouts as Record<string, { lines: object[] }>).map(([key, checkout]) => [
      key,
      {
        ...without(checkout, "attributes", "note", "codes"),
        lines: checkout.lines.map((line) => without(line, "id", "attributes")),
      },
    ]),
  );
  await writeFile(file, JSON.stringify({ ...kept, version: 2, orders, checkouts }));

  const { store } = await openDemoShop({ file, installed: false });
  expect(store.order(orderId)).toMatchObject({
    attributes: [],
    discountCodes: [],
    lines: [{ attributes: [], unitPrice: { minor: 1170, currency: "EUR" } }],
    transactions: [{ amount: { minor: 1959, currency: "EUR" } }],
  });
  expect(store.checkout(token)).toMatchObject({ codes: [], lines: [{ variantId: TEAPOT, quantity: 1 }] });
  expect((await buy(store)).order().name).toBe("#1002");
});

test("carts, codes, metafields and placed blocks survive a restart", async () => {
  const file = await newFile();
  const first = await openDemoShop({ file });
  const { token } = first.store.openCart({ country: "JP" });
  first.store.changeCart(token, { kind: "add", lines: [{ variantId: TEAPOT, quantity: 2 }] });
  const what = { kind: "basic", items: { kind: "all" }, value: { kind: "fraction", fraction: 0.1 } } as const;
  first.store.createDiscount({ title: "Ten", code: "TEN", what });
  first.store.place({ extension: "thank-you-offer", target: "purchase.thank-you.block.render", slot: "main" });
  await first.store.close();
  const { store } = await openDemoShop({ file, installed: false });
  expect(store.cart(token)).toEqual(first.store.cart(token));
  expect(store.discounts()).toEqual(first.store.discounts());
  expect(store.placements()).toEqual(first.store.placements());
});
