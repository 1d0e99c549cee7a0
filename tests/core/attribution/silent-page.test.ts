import fc from "fast-check";
import { expect, test } from "vitest";
import { afterLook, missingScopes } from "#app/core/attribution/setup.ts";
import { hasGoneSilent } from "#app/core/attribution/silent-page.ts";
import { NOON } from "#tests/support/builders.ts";

test("a page that asked for every order and for none of the last five has stopped asking", () => {
  const before = { orders: 40, asked: 40 };
  expect(hasGoneSilent({ lastAskedAt: NOON, unasked: 5, before })).toBe(true);
  expect(hasGoneSilent({ lastAskedAt: NOON, unasked: 4, before })).toBe(false);
});

test("a shop where every other order is picked up may have a few of them in a row", () => {
  const before = { orders: 40, asked: 20 };
  expect(hasGoneSilent({ lastAskedAt: NOON, unasked: 12, before })).toBe(false);
  expect(hasGoneSilent({ lastAskedAt: NOON, unasked: 20, before })).toBe(true);
});

test("a page that never asked is not set up yet, and a new shop proves nothing", () => {
  expect(hasGoneSilent({ unasked: 100, before: { orders: 0, asked: 0 } })).toBe(false);
  expect(hasGoneSilent({ lastAskedAt: NOON, unasked: 8, before: { orders: 1, asked: 1 } })).toBe(false);
});

test("more silent orders never end the alarm, and a page that asks for all orders never begins it", () => {
  fc.assert(
    fc.property(fc.nat(60), fc.nat(500), fc.nat(500), (unasked, asked, others) => {
      const before = { orders: asked + others, asked };
      const isSilent = hasGoneSilent({ lastAskedAt: NOON, unasked, before });
      expect(hasGoneSilent({ lastAskedAt: NOON, unasked: unasked + 1, before }) || !isSilent).toBe(true);
      expect(hasGoneSilent({ lastAskedAt: NOON, unasked: 0, before })).toBe(false);
    }),
  );
});

test("a page that another app took over was lost when that was first seen, until it is ours again", () => {
  const chosen = afterLook(undefined, { checkedAt: NOON, pageChosen: true });
  expect(chosen).not.toHaveProperty("pageLostAt");
  const lost = afterLook(chosen, { checkedAt: NOON + 60_000, pageChosen: false });
  expect(lost.pageLostAt).toBe(NOON + 60_000);
  expect(afterLook(lost, { checkedAt: NOON + 120_000, pageChosen: false }).pageLostAt).toBe(NOON + 60_000);
  expect(afterLook(lost, { checkedAt: NOON + 120_000, pageChosen: true })).not.toHaveProperty("pageLostAt");
});

test("a page that was never ours was not lost", () => {
  const never = afterLook(undefined, { checkedAt: NOON, pageChosen: false });
  expect(afterLook(never, { checkedAt: NOON + 1, pageChosen: false })).not.toHaveProperty("pageLostAt");
});

test("who may write may read; what else is missing is named", () => {
  expect(missingScopes(["write_products", "read_orders", "read_inventory", "write_discounts"])).toEqual([
    "read_customers",
  ]);
});
