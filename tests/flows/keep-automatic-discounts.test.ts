import { expect, test } from "vitest";
import type { RuleId } from "#app/core/values/ids.ts";
import { keepAutomaticDiscounts } from "#app/flows/keep-automatic-discounts.ts";
import { loadAutomaticDiscounts } from "#app/stores/automatic-discounts.ts";
import { NOON, TEACUP } from "#tests/support/builders.ts";
import { someBump, surfaceShop } from "./surface-shop.ts";

const stage = await surfaceShop("discounts");
const keep = () => keepAutomaticDiscounts(stage.needs, { shop: stage.shop });
const kept = () => stage.database.inShop(stage.shop, loadAutomaticDiscounts);
const automatic = async () => [...((await stage.needs.live.latest(stage.shop))?.automatic ?? [])];
const created = () => stage.asked("EncoreCreateAutomaticDiscount");
const BUMP = someBump().id;

test("a published bump has its automatic discount: once in an order, one piece, for who has the trigger", async () => {
  await stage.publish([someBump()]);
  expect(await keep()).toBe("kept");
  expect(created()[0]?.variables.discount).toMatchObject({
    usesPerOrderLimit: "1",
    startsAt: new Date(NOON).toISOString(),
    context: { all: "ALL" },
    customerBuys: {
      items: { products: { productsToAdd: [`gid://shopify/Product/${TEACUP}`] } },
      value: { quantity: "1" },
    },
    customerGets: { value: { discountOnQuantity: { quantity: "1", effect: { percentage: 0.15 } } } },
  });
  expect(await automatic()).toEqual([BUMP]);
  await keep();
  expect(created()).toHaveLength(1);
});

test("a changed percentage is a new discount before the old one goes, and no rule counts on it before it is there", async () => {
  await stage.publish([someBump()]);
  await keep();
  await stage.publish([someBump({}, { discount: { kind: "percent", percent: 20 } })]);
  expect(await automatic()).toEqual([]);
  await keep();
  expect(await automatic()).toEqual([BUMP]);
  expect([...stage.shopify.discounts.values()].map(({ title }) => title)).toEqual([expect.stringContaining("−20 %")]);
  const order = stage.loopback.asked.map(({ operation }) => operation).filter((name) => /Create|Delete/.test(name));
  expect(order).toEqual([
    "EncoreCreateAutomaticDiscount",
    "EncoreCreateAutomaticDiscount",
    "EncoreDeleteAutomaticDiscount",
  ]);
});

test("a rule that goes takes its discount with it", async () => {
  await stage.publish([someBump()]);
  await keep();
  await stage.publish([someBump({ status: "paused" })]);
  await keep();
  expect(stage.shopify.discounts.size).toBe(0);
  expect(await kept()).toEqual([]);
});

test("at most 15, those of the rules that are asked first", async () => {
  const bumps = Array.from({ length: 17 }, (_, index) =>
    someBump({ id: `bump-${index}` as RuleId, priority: 17 - index }),
  );
  await stage.publish(bumps);
  await keep();
  expect(stage.shopify.discounts.size).toBe(15);
  expect(await automatic()).not.toContain("bump-0");
  expect(await automatic()).not.toContain("bump-1");
});

test("a shop that is full keeps what it has: the rule stands without, and says why", async () => {
  stage.shopify.room = 0;
  await stage.publish([someBump()]);
  await keep();
  expect(await automatic()).toEqual([]);
  expect(await kept()).toMatchObject([{ rule: BUMP, refusal: expect.stringContaining("25 automatic discounts") }]);
  stage.shopify.room = 25;
  await keep();
  expect(await automatic()).toEqual([BUMP]);
});

test("an answer that is lost leaves one discount, found again by the next try", async () => {
  await stage.publish([someBump()]);
  stage.loopback.answer = (asked) => {
    const answer = stage.shopify.answer(asked);
    return asked.operation === "EncoreCreateAutomaticDiscount" ? { status: 502, body: {} } : answer;
  };
  await expect(keep()).rejects.toMatchObject({ code: "shopify-away" });
  expect(created()).toHaveLength(1);
  expect(await automatic()).toEqual([]);
  stage.loopback.answer = (asked) => stage.shopify.answer(asked);
  await keep();
  expect(created()).toHaveLength(1);
  expect(stage.shopify.discounts.size).toBe(1);
  expect(await automatic()).toEqual([BUMP]);
});

test("two workers at the same moment make one", async () => {
  await stage.publish([someBump()]);
  await Promise.all([keep(), keep()]);
  expect(stage.shopify.discounts.size).toBe(1);
});

test("what an earlier installation left behind is found and deleted; the merchant's own and other apps' stay", async () => {
  stage.shopify.discounts.set("901", { tags: ["encore-77-0000000000000000"], title: "−10 % · 000000" });
  stage.shopify.discounts.set("902", { tags: ["loyalty"], title: "Tea time" });
  stage.shopify.discounts.set("903", { tags: ["encore-78-0000000000000000"], title: "−10 % · 000001" });
  await keep();
  expect([...stage.shopify.discounts.keys()]).toEqual(["902", "903"]);
});

test("a merchant who has not agreed yet is asked for nothing behind their back", async () => {
  await stage.grant(["read_products", "write_products"]);
  await stage.publish([someBump()]);
  expect(await keep()).toBe("not-granted");
  expect(stage.loopback.asked).toEqual([]);
});
