import type { Browser } from "playwright-core";
import type { OrderOutcome } from "#app/core/attribution/order-outcome.ts";
import type { Rule } from "#app/core/rules/rulebook.ts";
import type { RuleId } from "#app/core/values/ids.ts";
import { type Database, openDatabase } from "#app/stores/database.ts";
import { loadDraft, saveDraft, tryVersion } from "#app/stores/rulebooks.ts";
import { DEMO_SHOP } from "#tests/support/builders.ts";
import { fillBusyShop } from "#tests/support/busy-shop.ts";
import type { RunningEncore } from "#tests/support/running-encore.ts";

/** What addresses are made of. */
export interface KnownShop {
  /** An order of each outcome that the shop has. */
  readonly orders: Partial<Readonly<Record<OrderOutcome, string>>>;
}

/** The shop from behind: what a chapter of screens sets before anybody looks. */
export type RunningShop = ReturnType<typeof openShop>;

export function openShop(encore: RunningEncore, browser: Browser) {
  const database = openDatabase(encore.databaseUrl);
  return {
    /** 300 rules, 3,000 orders of four months. */
    fill: () => fillBusyShop(database, { rules: 300, orders: 3_000, until: Date.now(), days: 120 }, DEMO_SHOP),
    /** What the draft says from now on, as someone else would have saved it. */
    edit: (change: (rules: readonly Rule[]) => readonly Rule[]) => edit(database, change),
    /** The draft as it stands, for a tenth of the shoppers. */
    tryDraft: () =>
      database.inShop(DEMO_SHOP, async (tenant) => {
        const { rulebook } = await loadDraft(tenant);
        await tryVersion(tenant, rulebook, { by: "1", now: Date.now(), note: "", percent: 10 });
      }),
    /** What the merchant has not agreed to any more. */
    takeScopes: (taken: readonly string[]) =>
      database.inShop(DEMO_SHOP, async ({ db, shop }) => {
        const { scopes } = await db.shop.findUniqueOrThrow({ where: { shop } });
        await db.shop.update({ where: { shop }, data: { scopes: scopes.filter((one) => !taken.includes(one)) } });
      }),
    /** How Shopify's Admin API answers the app from now on. */
    adminApi: async (how: "Answer" | "Slow down" | "Stop answering") => {
      const page = await browser.newPage();
      await page.goto(`${encore.adminUrl}/store/encore-demo/settings`);
      const button = page.getByRole("button", { name: how, exact: true });
      // It is not there where the Admin API answers so already.
      if ((await button.count()) > 0) await button.click();
      await button.waitFor({ state: "detached" });
      await page.close();
    },
    known: () => known(database),
    close: () => database.close(),
  };
}

function edit(database: Database, change: (rules: readonly Rule[]) => readonly Rule[]): Promise<unknown> {
  return database.inShop(DEMO_SHOP, async (tenant) => {
    const { rulebook, revision } = await loadDraft(tenant);
    const rules = change(rulebook.rules);
    return saveDraft(tenant, { ...rulebook, rules }, { expectedRevision: revision, by: "2", now: Date.now() });
  });
}

/** Addresses that only the shop knows. */
async function known(database: Database): Promise<KnownShop> {
  const orders = await database.inShop(
    DEMO_SHOP,
    ({ db, shop }) => db.$queryRaw<{ outcome: string; order_id: string }[]>`
      select outcome, max(order_id) as order_id from order_outcomes where shop = ${shop} group by outcome`,
  );
  return { orders: Object.fromEntries(orders.map(({ outcome, order_id }) => [outcome, order_id])) };
}

/** Behind a rule that asks for the same, so that it never wins. */
export const behind = (rule: Rule): Rule => ({
  ...rule,
  id: `${rule.id}-behind` as RuleId,
  name: "Behind another 🎁",
  priority: 9_000,
});
