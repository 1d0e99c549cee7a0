import { afterAll, beforeAll, expect, test } from "vitest";
import type { Currency } from "#app/core/values/currency.ts";
import { DOWN } from "./block-app.ts";
import { metafieldsOf, pageLine, plainRule, reducedRule, type Scene } from "./block-scene.ts";
import { openBlockStage, type Stage, textOf } from "./block-stage.ts";

let stage: Stage;
beforeAll(async () => {
  stage = await openBlockStage();
}, 120_000);
afterAll(() => stage.close());

const ACCEPT = "See it in a new checkout";

async function showsNothing(scene: Scene) {
  const { page, errors } = await stage.visit(scene);
  await page.waitForTimeout(1_600);
  expect(await textOf(page)).toBe("");
  expect(errors).toEqual([]);
}

async function stillOffers(scene: Scene) {
  const { page, errors } = await stage.visit(scene);
  await page.getByRole("link", { name: ACCEPT }).waitFor();
  expect(await textOf(page)).toContain("£12.75");
  expect(errors).toEqual([]);
}

test("the app down: what needs nothing from it is still offered, and can be accepted", () =>
  stillOffers({ app: DOWN, asksApp: true }));

test("the app answering after 300 ms counts as silent", async () => {
  const late = { afterMs: 900, says: { kind: "nothing" } as const };
  await stillOffers({ asksApp: true, app: { decide: late } });
});

test("the app refusing: what needs nothing from it is still offered", () =>
  stillOffers({ app: { decide: { status: 503 }, event: { status: 429 } }, asksApp: true }));

test("the app down: an offer that needs a code is not drawn", () =>
  showsNothing({ rules: [reducedRule()], app: DOWN }));

test("the storefront silent: the shop's own prices stand for who pays in the shop's currency", () =>
  stillOffers({ storefront: "silent" }));

test("the storefront refusing: the same", () => stillOffers({ storefront: "refused" }));

test("the storefront silent: nothing is offered in another currency, for its price is not known", () =>
  showsNothing({ storefront: "silent", currency: "EUR", country: "DE" }));

test("storage refused: the offer is shown, and a no holds for as long as the page stands", async () => {
  const { page, errors } = await stage.visit({ storage: "refused" });
  await page.getByRole("button", { name: "Not for me" }).click();
  await page.getByRole("link", { name: ACCEPT }).waitFor({ state: "detached" });
  await stage.update(page, { lines: [pageLine({ quantity: 2 })] });
  await page.waitForTimeout(500);
  expect(await page.getByRole("link").count()).toBe(0);
  expect(errors).toEqual([]);
});

test("storage that never answers keeps nothing back", () => stillOffers({ storage: "silent" }));

test("no metafield: the app is asked, and its silence is nothing drawn", async () => {
  await showsNothing({ metafields: [], app: DOWN });
  expect(stage.app.heardAt("decide")).toHaveLength(1);
});

test("metafields that come after the block has begun are read then", async () => {
  const { page } = await stage.visit({ metafields: [], app: DOWN });
  await expect.poll(() => stage.app.heardAt("decide")).toHaveLength(1);
  await stage.update(page, { appMetafields: metafieldsOf({}) });
  await page.getByRole("link", { name: ACCEPT }).waitFor();
});

type Entry = ReturnType<typeof metafieldsOf>[number];
const [shop, teacup] = metafieldsOf({}) as [Entry, Entry];

function changed(entry: Entry, value: string): Entry {
  return { ...entry, metafield: { ...entry.metafield, value } };
}

function withField(entry: Entry, fields: object): Entry {
  return changed(entry, JSON.stringify({ ...JSON.parse(entry.metafield.value), ...fields }));
}

test("a metafield that was cut off, is not JSON, or was written for a later release is nothing drawn", async () => {
  for (const metafields of [
    [changed(shop, shop.metafield.value.slice(0, -20)), teacup],
    [changed(shop, "null"), teacup],
    [withField(shop, { format: 2 }), teacup],
    [shop, changed(teacup, teacup.metafield.value.slice(0, -40))],
    [shop, withField(teacup, { format: 2 })],
  ]) {
    await showsNothing({ metafields, app: DOWN });
  }
}, 30_000);

test("a product's part of another version than the shop's is stale: the app is asked", async () => {
  await showsNothing({ metafields: [shop, withField(teacup, { version: 6 })] });
  expect(stage.app.heardAt("decide")).toHaveLength(1);
});

test("sold out for this shopper meanwhile: nothing is offered", () => showsNothing({ prices: { "2002": null } }));

test("repriced meanwhile: the price shown is the shop's price now", async () => {
  const { page } = await stage.visit({ prices: { "2002": { minor: 1_399, currency: "GBP" as Currency } } });
  await page.getByText("£13.99").waitFor();
});

test("an order of 250 lines is read, decided and told", async () => {
  const lines = Array.from({ length: 250 }, (_, line) =>
    pageLine(line === 249 ? {} : { id: `gid://shopify/CartLine/${line + 2}`, merchandise: other(line) }),
  );
  await stillOffers({ lines });
  await expect.poll(() => stage.app.heardAt("event")).toHaveLength(1);
  const told = stage.app.heardAt("event").map(({ body }) => (body.purchase as { lines: unknown[] }).lines.length);
  expect(told).toEqual([250]);
});

function other(line: number) {
  const { merchandise } = pageLine();
  return { ...merchandise, product: { ...merchandise.product, id: `gid://shopify/Product/${8_000 + line}` } };
}

test("an offer whose time is over when the page is opened is not drawn, and one whose time comes to its end goes", async () => {
  const ended = plainRule({ schedule: { until: "2020-01-01T00:00" } });
  await showsNothing({ rules: [ended] });
  const { page } = await stage.visit({
    rules: [reducedRule()],
    app: { prepare: [{ kind: "prepared", codes: ["SOON"], validUntil: Date.now() + 4_000 }] },
  });
  const link = page.getByRole("link", { name: ACCEPT });
  await link.waitFor();
  await link.waitFor({ state: "detached", timeout: 8_000 });
}, 20_000);

test("a page without a checkout token goes by the order, and without either says nothing", async () => {
  await stillOffers({ values: { checkoutToken: undefined } });
  await showsNothing({ surface: "order-status", values: { checkoutToken: undefined, order: undefined } });
});
