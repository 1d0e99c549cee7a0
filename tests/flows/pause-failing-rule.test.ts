import { randomUUID } from "node:crypto";
import { beforeEach, describe, expect, test } from "vitest";
import type { PauseAfter, Rule } from "#app/core/rules/rulebook.ts";
import type { OrderId, OrderLineId, PurchaseReference, RuleId, Shop } from "#app/core/values/ids.ts";
import type { Instant } from "#app/core/values/instant.ts";
import { pauseFailingRule } from "#app/flows/pause-failing-rule.ts";
import { keepAcceptance } from "#app/stores/acceptances.ts";
import { appendEarnings } from "#app/stores/earnings.ts";
import { loadLive, makeLive } from "#app/stores/rulebook-live.ts";
import {
  addVersion,
  listVersions,
  loadDraft,
  loadPublished,
  loadVersion,
  publishVersion,
  saveDraft,
} from "#app/stores/rulebooks.ts";
import { keepShopperEvent } from "#app/stores/shopper-events.ts";
import { saveInstalled } from "#app/stores/shops.ts";
import { LONDON_SHOP, someEarning } from "#tests/stores/filled-shop.ts";
import { NOON, pounds, someAcceptance, someRule } from "#tests/support/builders.ts";
import { testDatabase } from "#tests/support/test-database.ts";

const database = await testDatabase();
const { id: rule } = someRule();
const other = someRule({ id: "other" as RuleId, name: "Another rule" });
let shops = 0;
let shop: Shop;
let now: Instant;
let purchases = 0;

beforeEach(async () => {
  shops += 1;
  shop = `failing-${shops}.myshopify.com` as Shop;
  now = NOON;
  await saveInstalled(database, shop, LONDON_SHOP, NOON);
});

const publish = (...rules: readonly Rule[]) =>
  database.inShop(shop, (tenant) => publishVersion(tenant, { format: 1, rules }, { by: "7", now, note: "" }));
const ruleThatBears = (pauseAfter: PauseAfter) => publish(someRule({ pauseAfter }), other);

const look = () => pauseFailingRule({ database, now: () => now }, { shop, rule });
const statusOf = async (id: RuleId = rule) => {
  const published = await database.inShop(shop, (tenant) => loadPublished(tenant));
  return published?.rulebook.rules.find((one) => one.id === id)?.status;
};

/** A second later, and another purchase. */
const next = () => {
  now += 1_000;
  purchases += 1;
  return {
    reference: `purchase-${purchases}` as PurchaseReference,
    surface: "post-purchase" as const,
    step: 1,
    rule,
    at: now,
  };
};
const soldOut = (why = "sold-out") =>
  database.inShop(shop, (tenant) => keepShopperEvent(tenant, { ...next(), kind: "unavailable", detail: { why } }));
const applied = (status: string, ...errors: string[]) =>
  database.inShop(shop, (tenant) =>
    keepShopperEvent(tenant, { ...next(), kind: "applied", detail: { status, errors } }),
  );
const accepted = () => {
  const { at, ...step } = next();
  return database.inShop(shop, (tenant) =>
    keepAcceptance(tenant, someAcceptance({ ...step, acceptedAt: at, jti: randomUUID() })),
  );
};
const sold = async () => {
  const { at, reference } = next();
  const order = reference.replace("purchase-", "8") as OrderId;
  await database.inShop(shop, (tenant) => appendEarnings(tenant, [someEarning({ order, rule, at })]));
  return order;
};
const refunded = (order: OrderId, line = "6001") =>
  database.inShop(shop, (tenant) =>
    appendEarnings(tenant, [
      someEarning({
        order,
        line: line as OrderLineId,
        rule,
        kind: "refunded",
        source: "r1",
        amount: pounds(-10.84),
        at: now,
      }),
    ]),
  );

describe("sold out", () => {
  test("after three in a row the rule pauses itself, in a new version and in the draft, and says why", async () => {
    await ruleThatBears({ soldOut: 3 });
    await soldOut();
    await soldOut("gone");
    expect(await look()).toEqual({ kind: "goes-on" });
    await soldOut();
    const because = { what: "soldOut", inARow: 3, at: now };
    expect(await look()).toEqual({ kind: "paused", version: 2, because });

    const [latest] = await database.inShop(shop, listVersions);
    expect(latest).toMatchObject({
      version: 2,
      publishedBy: "Encore",
      note: {
        message: "versions.note.paused-itself",
        values: {
          rule: "Teacups → Cakestand",
          reason: { message: "engine.pause-reason", values: { what: "soldOut", count: 3 } },
        },
      },
    });
    const expected = [
      { id: rule, status: "paused", pausedBecause: because },
      { id: other.id, status: "active" },
    ];
    const published = await database.inShop(shop, (tenant) => loadPublished(tenant));
    expect(published?.rulebook.rules).toMatchObject(expected);
    const draft = await database.inShop(shop, loadDraft);
    expect(draft.rulebook.rules).toMatchObject(expected);
  });

  test("a yes between begins the count anew", async () => {
    await ruleThatBears({ soldOut: 2 });
    await soldOut();
    await accepted();
    await soldOut();
    expect(await look()).toEqual({ kind: "goes-on" });
    await soldOut();
    expect(await look()).toMatchObject({ kind: "paused", because: { inARow: 2 } });
  });

  test("what Shopify finds sold out after the yes counts as sold out too", async () => {
    await ruleThatBears({ soldOut: 2 });
    for (let shopper = 0; shopper < 2; shopper++) {
      const { reference } = await accepted();
      await database.inShop(shop, (tenant) =>
        keepShopperEvent(tenant, {
          reference,
          surface: "post-purchase",
          step: 1,
          rule,
          kind: "applied",
          at: now,
          detail: { status: "unprocessed", errors: ["insufficient_inventory"] },
        }),
      );
    }
    expect(await look()).toMatchObject({ kind: "paused", because: { what: "soldOut", inARow: 2 } });
  });

  test("a limit that was reached is no failure", async () => {
    await ruleThatBears({ soldOut: 1 });
    await soldOut("accepts-per-day");
    expect(await look()).toEqual({ kind: "goes-on" });
  });
});

describe("payment errors", () => {
  test("charges that fail in a row pause the rule; one that went through between does not let them add up", async () => {
    await ruleThatBears({ paymentErrors: 2 });
    await applied("unprocessed", "payment_required");
    await applied("processed");
    await applied("partially_processed");
    expect(await look()).toEqual({ kind: "goes-on" });
    await applied("unprocessed", "payment_required");
    expect(await look()).toMatchObject({ kind: "paused", because: { what: "paymentErrors", inARow: 2 } });
  });

  test("what is no payment error does not count", async () => {
    await ruleThatBears({ paymentErrors: 1 });
    await applied("unprocessed", "server_error");
    await applied("unprocessed", "changeset_already_applied");
    expect(await look()).toEqual({ kind: "goes-on" });
  });
});

describe("refunds", () => {
  test("sales that were refunded one after the other pause the rule", async () => {
    await ruleThatBears({ refunds: 2 });
    const [first, second] = [await sold(), await sold()];
    await refunded(first);
    expect(await look()).toEqual({ kind: "goes-on" });
    await refunded(second);
    expect(await look()).toMatchObject({ kind: "paused", because: { what: "refunds", inARow: 2 } });
  });

  test("a sale between that the shopper kept is a success; newer ones, which may yet come back, are not", async () => {
    await ruleThatBears({ refunds: 2 });
    const [first, , third, fourth] = [await sold(), await sold(), await sold(), await sold(), await sold()];
    await refunded(first as OrderId);
    await refunded(third as OrderId);
    expect(await look()).toEqual({ kind: "goes-on" });
    await refunded(fourth as OrderId);
    expect(await look()).toMatchObject({ kind: "paused", because: { inARow: 2 } });
  });

  test("a bundle of which two items come back is one sale", async () => {
    await ruleThatBears({ refunds: 2 });
    const order = await sold();
    await database.inShop(shop, (tenant) =>
      appendEarnings(tenant, [someEarning({ order, line: "6002" as OrderLineId, rule, at: now })]),
    );
    await refunded(order);
    await refunded(order, "6002");
    expect(await look()).toEqual({ kind: "goes-on" });
  });
});

test("twenty looks at once pause it once", async () => {
  await ruleThatBears({ soldOut: 1 });
  await soldOut();
  const outcomes = await Promise.all(Array.from({ length: 20 }, look));
  expect(outcomes.filter(({ kind }) => kind === "paused")).toHaveLength(1);
  expect(await database.inShop(shop, listVersions)).toHaveLength(2);
});

test("a rule that was told nothing of the kind bears everything, and another rule's failures are not its own", async () => {
  await publish(someRule(), { ...other, pauseAfter: { soldOut: 1 } });
  for (let times = 0; times < 5; times++) await soldOut();
  expect(await look()).toEqual({ kind: "goes-on" });
  expect(await pauseFailingRule({ database, now: () => now }, { shop, rule: other.id })).toEqual({ kind: "goes-on" });
});

test("made live again, it begins anew: neither what paused it counts nor what failed while it was paused", async () => {
  await ruleThatBears({ soldOut: 2 });
  await soldOut();
  await soldOut();
  await look();
  expect(await statusOf()).toBe("paused");
  for (let times = 0; times < 3; times++) await soldOut();
  expect(await look()).toEqual({ kind: "not-live" });
  await ruleThatBears({ soldOut: 2 });
  await soldOut();
  expect(await look()).toEqual({ kind: "goes-on" });
  await soldOut();
  expect(await look()).toMatchObject({ kind: "paused" });
});

test("unpublished edits of the rule and of others stay in the draft, unpublished", async () => {
  await ruleThatBears({ soldOut: 1 });
  const edited = someRule({ name: "Edited", pauseAfter: { soldOut: 1 } });
  const unpublished = someRule({ id: "new" as RuleId, status: "draft" });
  await database.inShop(shop, (tenant) =>
    saveDraft(tenant, { format: 1, rules: [edited, unpublished] }, { expectedRevision: 0, by: "7", now }),
  );
  await soldOut();
  expect(await look()).toMatchObject({ kind: "paused" });
  const draft = await database.inShop(shop, loadDraft);
  expect(draft.rulebook.rules).toMatchObject([
    { name: "Edited", status: "paused", pausedBecause: { what: "soldOut" } },
    { id: "new", status: "draft" },
  ]);
  const published = await database.inShop(shop, (tenant) => loadPublished(tenant));
  expect(published?.rulebook.rules.map(({ name }) => name)).toEqual(["Teacups → Cakestand", "Another rule"]);
});

test("while a version is tried on a share of the shoppers, the rule is paused for them and for everyone else", async () => {
  await ruleThatBears({ soldOut: 1 });
  await database.inShop(shop, async (tenant) => {
    const tried = { format: 1 as const, rules: [someRule({ name: "Tried", pauseAfter: { soldOut: 1 } })] };
    const version = await addVersion(tenant, tried, { by: "7", now, note: "" });
    const trial = { version, percent: 10, seed: version };
    await makeLive(tenant, { version: 1, trial }, { kind: "trial-began", version, percent: 10, by: "7", at: now });
  });
  await soldOut();
  expect(await look()).toMatchObject({ kind: "paused", because: { what: "soldOut" } });
  const live = await database.inShop(shop, (tenant) => loadLive(tenant));
  expect(live?.trial?.percent).toBe(10);
  for (const version of [live?.version, live?.trial?.version]) {
    const asked = await database.inShop(shop, (tenant) => loadVersion(tenant, version ?? 0));
    expect(asked?.rulebook.rules[0]).toMatchObject({ status: "paused", pausedBecause: { what: "soldOut" } });
  }
});

test("a rule that is not there is left alone", async () => {
  expect(await look()).toEqual({ kind: "not-live" });
});
