import { expect, test } from "vitest";
import type { RuleId, Shop } from "#app/core/values/ids.ts";
import type { Tenant } from "#app/stores/database.ts";
import {
  listVersions,
  loadDraft,
  loadPublished,
  loadVersion,
  publishVersion,
  saveDraft,
} from "#app/stores/rulebooks.ts";
import { NOON, someRule } from "#tests/support/builders.ts";
import { testDatabase } from "#tests/support/test-database.ts";
import { ONE_RULE } from "./filled-shop.ts";

const database = await testDatabase();
let shops = 0;
/** A shop that nobody has written to. */
const freshShop = () => `shop-${++shops}.myshopify.com` as Shop;
const asMerchant = { by: "merchant", now: NOON, note: "by test" };
const TWO_RULES = { ...ONE_RULE, rules: [...ONE_RULE.rules, someRule({ id: "second" as RuleId })] };

test("a shop begins with an empty draft and nothing published", async () => {
  const shop = freshShop();
  expect(await database.inShop(shop, loadDraft)).toEqual({ rulebook: { format: 1, rules: [] }, revision: 0 });
  expect(await database.inShop(shop, (tenant) => loadPublished(tenant))).toBeUndefined();
});

test("of two windows that edit one draft, the second to save is told that it changed meanwhile", async () => {
  const shop = freshShop();
  const save = (rulebook: typeof ONE_RULE, expectedRevision: number) =>
    database.inShop(shop, (tenant) => saveDraft(tenant, rulebook, { ...asMerchant, expectedRevision }));
  expect(await save(ONE_RULE, 0)).toBe("saved");
  expect(await save(TWO_RULES, 0)).toBe("changed-meanwhile");
  expect(await save(TWO_RULES, 1)).toBe("saved");
  expect(await save(ONE_RULE, 1)).toBe("changed-meanwhile");
  expect(await save(ONE_RULE, 7)).toBe("changed-meanwhile");
  expect(await database.inShop(shop, loadDraft)).toEqual({ rulebook: TWO_RULES, revision: 2, savedBy: "merchant" });
});

test("ten saves of one revision at once are one saved and nine told", async () => {
  const shop = freshShop();
  for (const expectedRevision of [0, 1]) {
    const outcomes = await Promise.all(
      Array.from({ length: 10 }, () =>
        database.inShop(shop, (tenant) => saveDraft(tenant, ONE_RULE, { ...asMerchant, expectedRevision })),
      ),
    );
    expect(outcomes.filter((outcome) => outcome === "saved")).toHaveLength(1);
  }
});

test("each publishing is a version of its own, kept as it was", async () => {
  const shop = freshShop();
  const publish = (rulebook: typeof ONE_RULE) =>
    database.inShop(shop, (tenant) => publishVersion(tenant, rulebook, asMerchant));
  expect(await publish(ONE_RULE)).toBe(1);
  expect(await publish(TWO_RULES)).toBe(2);
  expect(await database.inShop(shop, (tenant) => loadPublished(tenant))).toEqual({ version: 2, rulebook: TWO_RULES });
  expect(await database.inShop(shop, (tenant) => loadVersion(tenant, 1))).toEqual({ version: 1, rulebook: ONE_RULE });
  expect(await database.inShop(shop, (tenant) => loadVersion(tenant, 3))).toBeUndefined();
  expect(await database.inShop(shop, listVersions)).toEqual(
    [2, 1].map((version) => ({
      version,
      note: "by test",
      publishedBy: "merchant",
      publishedAt: NOON,
      share: version === 2 ? 100 : 0,
    })),
  );
  expect(await database.inShop(shop, loadDraft)).toEqual({ rulebook: TWO_RULES, revision: 0 });
});

test("what Encore says of a version is kept as data, and a note of before it was so can still be read", async () => {
  const shop = freshShop();
  const note = { message: "versions.note.tried", values: { count: 1, rule: "Teacups \u0000", percent: 10 } } as const;
  await database.inShop(shop, async (tenant) => {
    await publishVersion(tenant, ONE_RULE, { ...asMerchant, note: 'Published "Teacups"' });
    await publishVersion(tenant, ONE_RULE, { ...asMerchant, note });
  });
  expect((await database.inShop(shop, listVersions)).map((version) => version.note)).toEqual([
    { ...note, values: { ...note.values, rule: "Teacups \ufffd" } },
    'Published "Teacups"',
  ]);
});

test("a published version cannot be changed afterwards", async () => {
  const shop = freshShop();
  await database.inShop(shop, (tenant) => publishVersion(tenant, ONE_RULE, asMerchant));
  const changing = database.inShop(shop, ({ db }) => db.rulebookVersion.updateMany({ data: { note: "rewritten" } }));
  await expect(changing).rejects.toThrow("permission denied");
});

test("ten who each add a rule to what is published at once lose nobody's rule", async () => {
  const shop = freshShop();
  const addRule = async (tenant: Tenant, id: string) => {
    const live = await loadPublished(tenant, { toReplace: true });
    const rules = [...(live?.rulebook.rules ?? []), someRule({ id: id as RuleId })];
    return publishVersion(tenant, { format: 1, rules }, asMerchant);
  };
  const versions = await Promise.all(
    Array.from({ length: 10 }, (_, index) => database.inShop(shop, (tenant) => addRule(tenant, `rule-${index}`))),
  );
  expect(versions.sort((a, b) => a - b)).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9, 10]);
  const live = await database.inShop(shop, (tenant) => loadPublished(tenant));
  expect(live?.rulebook.rules).toHaveLength(10);
});
