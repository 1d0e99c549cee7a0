import { describe, expect, test } from "vitest";
import type { PurchaseReference } from "#app/core/values/ids.ts";
import { loadDecisions } from "#app/stores/decisions.ts";
import { CAKESTAND, DEMO_SHOP, pounds } from "#tests/support/builders.ts";
import { ACCEPT, FIRST_OFFER, offersOnPages } from "./offers-on-pages.ts";
import { somePurchaseBody } from "./surface-asker.ts";

const { database, asker, tell, acceptances, counted } = await offersOnPages();

describe("what a page tells", () => {
  test("eight times at once is one yes, counted once", async () => {
    const before = await counted();
    await Promise.all(Array.from({ length: 8 }, () => tell("eight", "thank-you", ACCEPT)));
    expect(await acceptances("eight")).toMatchObject([
      { surface: "thank-you", step: 1, rule: FIRST_OFFER.rule, items: [{ product: CAKESTAND, amount: pounds(10.84) }] },
    ]);
    const after = await counted();
    expect(after.acceptsToday - before.acceptsToday).toBe(1);
    expect(after.discountGiven - before.discountGiven).toBe(191);
  });

  test("an undo takes back what was counted, once, and a yes after it counts again", async () => {
    const before = await counted();
    await tell("undone", "checkout", { ...ACCEPT, turn: 1 });
    await tell("undone", "checkout", { kind: "undo", turn: 2 });
    await tell("undone", "checkout", { kind: "undo", turn: 2 });
    expect(await counted()).toEqual(before);
    await tell("undone", "checkout", { ...ACCEPT, turn: 3 });
    expect((await counted()).acceptsToday - before.acceptsToday).toBe(1);
  });

  test("a yes that arrives after the undo that followed it changes nothing", async () => {
    const before = await counted();
    await tell("overtaken", "checkout", { kind: "undo", turn: 2 });
    await tell("overtaken", "checkout", { ...ACCEPT, turn: 1 });
    expect(await counted()).toEqual(before);
    expect(await acceptances("overtaken")).toEqual([]);
  });

  test("what one page's shopper accepted is not accepted, nor counted, a second time on the next", async () => {
    await tell("two-pages", "checkout", ACCEPT);
    const before = await counted();
    await tell("two-pages", "thank-you", ACCEPT);
    expect((await acceptances("two-pages")).map(({ surface }) => surface)).toEqual(["checkout"]);
    expect(await counted()).toEqual(before);
  });

  test("of what we never decided, its order can say why all the same", async () => {
    await tell("in-the-browser", "thank-you", { kind: "impression" });
    const decisions = await database.inShop(DEMO_SHOP, (tenant) =>
      loadDecisions(tenant, "in-the-browser" as PurchaseReference),
    );
    expect(decisions).toMatchObject([{ made: { decision: { kind: "show", offer: { rule: FIRST_OFFER.rule } } } }]);
  });

  test("a variant that was never offered is kept as told and counted nowhere", async () => {
    const before = await counted();
    await tell("forged", "thank-you", { kind: "accept", items: [{ variantId: "999", quantity: 1 }] });
    expect(await acceptances("forged")).toEqual([]);
    expect(await counted()).toEqual(before);
  });

  test.each([
    ["no rule of the shop", { ...FIRST_OFFER, rule: "another" }],
    ["a version that never was", { ...FIRST_OFFER, version: 99 }],
  ])("about %s is refused", async (_title, offer) => {
    const answer = await asker.ask("event", { surface: "thank-you", offer, kind: "impression" });
    expect(answer).toMatchObject({ status: 404, body: { error: { code: "not-offered" } } });
  });
});

test("a name that cannot be kept is refused as what it is, not as a fault of ours", async () => {
  const offer = { rule: "tray", version: 1, step: 1 };
  for (const [purchase, named] of [
    [{ reference: "c1\u0000" }, offer],
    [{}, { ...offer, rule: "tray\u0000" }],
    [{}, { ...offer, version: 1_099_511_627_776 }],
  ] as const) {
    const asked = { surface: "thank-you", purchase: somePurchaseBody(purchase), offer: named, kind: "decline" };
    expect((await asker.ask("event", asked)).status).toBe(400);
  }
});
