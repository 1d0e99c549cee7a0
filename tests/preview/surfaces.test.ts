import { afterAll, beforeAll, expect, test } from "vitest";
import { PREVIEW_SURFACES, type PreviewAsk } from "#app/contracts/preview.ts";
import type { RuleId } from "#app/core/values/ids.ts";
import { CAKESTAND, CAKESTAND_ROSE, pounds, someRule, TEACUP_ROSE } from "#tests/support/builders.ts";
import { EUR, openPreviewStage, someAsk } from "./preview-stage.ts";

let stage: Awaited<ReturnType<typeof openPreviewStage>>;
beforeAll(async () => {
  stage = await openPreviewStage();
}, 60_000);
afterAll(() => stage.close());

const allPages = [...PREVIEW_SURFACES];
const inEuro: Partial<PreviewAsk> = {
  locale: "de",
  currency: EUR,
  abroad: [
    { variant: CAKESTAND_ROSE, price: { minor: 14_92, currency: EUR } },
    { variant: TEACUP_ROSE, price: { minor: 3_45, currency: EUR } },
  ],
};

test.each(PREVIEW_SURFACES)("%s is drawn by its own bundle, at the price the engine says", async (surface) => {
  const drawn = await stage.draw(someAsk({ surface }));
  await drawn.frame.getByText("£10.84").first().waitFor();
  expect(await drawn.frame.getByText("Regency Cakestand 3 Tier").count()).toBeGreaterThan(0);
  await expect.poll(() => drawn.outcomes()).toEqual([{ kind: "shown", bought: "Regency Teacup" }]);
  await stage.photograph(drawn.page, surface);
  expect(drawn.errors).toEqual([]);
  await drawn.close();
});

test.each(PREVIEW_SURFACES.filter((surface) => surface !== "post-purchase"))(
  "%s speaks German and asks euro, at the price that Shopify has in it",
  async (surface) => {
    const rule = someRule({ surfaces: allPages });
    const worded = { ...rule.path.offer, words: { headline: { de: "Für Ihren Teetisch" }, reason: {} } };
    const drawn = await stage.draw(someAsk({ surface, ...inEuro, rule: { ...rule, path: { offer: worded } } }));
    // 15 % off 14.92, rounded half away from zero for what is taken off.
    await drawn.frame.getByText("12,68\u00a0€").first().waitFor();
    expect(await drawn.frame.getByText("Für Ihren Teetisch").count()).toBe(1);
    await stage.photograph(drawn.page, `${surface}-de`);
    expect(drawn.errors).toEqual([]);
    await drawn.close();
  },
);

test("the post-purchase page speaks German, and says why it stays shut to who pays in euro", async () => {
  const german = await stage.draw(someAsk({ surface: "post-purchase", locale: "de" }));
  await german.frame.getByRole("button", { name: "Zur Bestellung hinzufügen" }).waitFor();
  await german.close();
  const abroad = await stage.draw(someAsk({ surface: "post-purchase", ...inEuro }));
  await expect.poll(() => abroad.outcomes()).toMatchObject([{ kind: "nothing", reason: "foreign-currency" }]);
  await abroad.close();
});

test("the post-purchase page speaks of no tax, which only Shopify can work out", async () => {
  const drawn = await stage.draw(someAsk({ surface: "post-purchase" }));
  await drawn.frame.getByRole("button", { name: "Add to my order · £10.84" }).waitFor();
  expect(await drawn.frame.getByText("Shipping", { exact: true }).count()).toBe(1);
  expect(await drawn.frame.getByText("Tax", { exact: true }).count()).toBe(0);
  await drawn.close();
});

test("a no on the post-purchase page leads on to the smaller offer, a yes to the end, and nothing leaves the page", async () => {
  const rule = someRule({ surfaces: allPages });
  const smaller = {
    ...rule.path.offer,
    kind: "downsell" as const,
    discount: { kind: "percent" as const, percent: 50 },
  };
  const forks = { product: "1004" as typeof CAKESTAND };
  const path = {
    offer: rule.path.offer,
    ifDeclined: { offer: { ...smaller, source: { kind: "named" as const, products: [forks] } } },
  };
  const ask = someAsk({ surface: "post-purchase", rule: { ...rule, path } });
  const [cakestand] = ask.goods.products;
  const more = cakestand ? [{ ...cakestand, id: forks.product, title: "Cake forks" }] : [];
  const drawn = await stage.draw({ ...ask, goods: { ...ask.goods, products: [...ask.goods.products, ...more] } });
  await drawn.frame.getByRole("button", { name: "No thanks" }).click();
  await drawn.frame.getByRole("heading", { name: "Cake forks" }).waitFor();
  await drawn.frame.getByRole("button", { name: "Add to my order · £6.37" }).click();
  await expect.poll(() => drawn.outcomes().at(-1)).toEqual({ kind: "over" });
  expect(drawn.asked.filter((path) => !path.startsWith("/preview/") && !path.endsWith(".svg"))).toEqual(["/editor"]);
  await drawn.close();
});

test("what is ticked in the checkout and in the cart is in it, at the offer's price, and can be taken out again", async () => {
  for (const surface of ["checkout", "cart"] as const) {
    const drawn = await stage.draw(someAsk({ surface }));
    const tick = drawn.frame.getByRole("checkbox");
    await tick.waitFor();
    await tick.click();
    await expect.poll(() => tick.isChecked()).toBe(true);
    await drawn.frame
      .getByText(surface === "cart" ? "is in your cart" : "£10.84")
      .first()
      .waitFor();
    await tick.click();
    await expect.poll(() => tick.isChecked()).toBe(false);
    expect(drawn.errors).toEqual([]);
    await drawn.close();
  }
});

test("a rule whose product is sold out shows nothing, and says which guard keeps it back", async () => {
  const ask = someAsk();
  const products = ask.goods.products.map((product) =>
    product.id === CAKESTAND
      ? { ...product, variants: product.variants.map((one) => ({ ...one, stock: { kind: "unavailable" as const } })) }
      : product,
  );
  const drawn = await stage.draw({ ...ask, goods: { ...ask.goods, products } });
  await expect
    .poll(() => drawn.outcomes())
    .toMatchObject([{ kind: "nothing", guard: { guard: "in-stock", product: CAKESTAND } }]);
  await drawn.close();
});

test("conditions, limits and dates of the rule do not keep it out of the preview", async () => {
  const rule = someRule({
    id: "far-away" as RuleId,
    surfaces: allPages,
    when: { all: [{ kind: "country", countries: ["JP"] }] },
    limits: { oncePerCustomer: {}, discountBudget: pounds(1) },
    schedule: { from: "2031-01-01T00:00", until: "2031-02-01T00:00" },
  });
  const drawn = await stage.draw(someAsk({ rule }));
  await drawn.frame.getByText("£10.84").first().waitFor();
  await drawn.close();
});
