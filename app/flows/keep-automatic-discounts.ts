import {
  AUTOMATIC_DISCOUNTS_MOST,
  type AutomaticDiscount,
  automaticDiscountsOf,
} from "#app/core/rules/automatic-discount.ts";
import type { Rulebook } from "#app/core/rules/rulebook.ts";
import type { Shop } from "#app/core/values/ids.ts";
import { jobFor } from "#app/jobs/catalogue.ts";
import type { Clock } from "#app/platform/clock.ts";
import type { Log } from "#app/platform/log.ts";
import type { Admin, AdminOf } from "#app/shopify/admin-client.ts";
import {
  createAutomaticDiscount,
  deleteAutomaticDiscount,
  findAutomaticDiscounts,
} from "#app/shopify/automatic-discounts.ts";
import { mayMakeDiscounts } from "#app/shopify/scopes.ts";
import {
  beginAutomaticDiscount,
  dropAutomaticDiscounts,
  loadAutomaticDiscounts,
  settleAutomaticDiscount,
} from "#app/stores/automatic-discounts.ts";
import type { Database } from "#app/stores/database.ts";
import { enqueue } from "#app/stores/enqueue.ts";
import type { Exclusively } from "#app/stores/exclusively.ts";
import { loadAskedRulebooks } from "#app/stores/rulebooks.ts";
import { loadInstalled } from "#app/stores/shops.ts";

export interface AutomaticDiscountsNeeds {
  readonly database: Pick<Database, "inShop">;
  readonly exclusively: Exclusively;
  readonly adminOf: AdminOf;
  readonly now: Clock;
  readonly log: Log;
}

export type KeepDiscountsOutcome = "kept" | "not-granted" | "gone";

/**
 * Brings the shop's automatic discounts to what its published rules say: makes those that are missing, at most 15, then
 * deletes those of ours that no rule says any more, so that a rule that changed is never without. What a process that died,
 * or an earlier installation, has made in the shop is looked for before anything is made. Throws an AppError when
 * Shopify cannot be asked.
 */
export async function keepAutomaticDiscounts(
  needs: AutomaticDiscountsNeeds,
  { shop }: { readonly shop: Shop },
): Promise<KeepDiscountsOutcome> {
  return needs.exclusively(`automatic discounts ${shop}`, async () => {
    const { known, kept, rulebooks } = await needs.database.inShop(shop, async (tenant) => ({
      known: await loadInstalled(tenant),
      kept: await loadAutomaticDiscounts(tenant),
      rulebooks: await loadAskedRulebooks(tenant),
    }));
    if (!known) return "gone";
    if (!mayMakeDiscounts(known.scopes)) return "not-granted";
    const wanted = wantedOf(rulebooks, known.timezone, needs.now());
    const isWanted = (digest: string) => wanted.some((discount) => discount.digest === digest);
    const made = new Map(kept.flatMap(({ digest, discountId }) => (discountId ? [[digest, discountId] as const] : [])));
    const missing = wanted.filter(({ digest }) => !made.has(digest));
    if (kept.length > 0 && missing.length === 0 && kept.every(({ digest }) => isWanted(digest))) return "kept";

    const admin = needs.adminOf(shop);
    const found = await findAutomaticDiscounts(admin, known.appId);
    for (const discount of missing) await make(needs, admin, known.appId, discount, found.get(discount.digest));
    for (const [digest, discountId] of new Map([...found, ...made])) {
      if (!isWanted(digest)) await deleteAutomaticDiscount(admin, discountId);
    }
    await needs.database.inShop(shop, async (tenant) => {
      await dropAutomaticDiscounts(tenant, { butFor: wanted.map(({ digest }) => digest) });
      await enqueue(tenant, ...jobFor("keep-extracts", { soon: true }));
    });
    return "kept";
  });
}

/** Those that are over already would be made in vain. */
function wantedOf(rulebooks: readonly Rulebook[], timezone: string, now: number): AutomaticDiscount[] {
  return automaticDiscountsOf(rulebooks, timezone)
    .filter(({ until }) => until === undefined || until > now)
    .slice(0, AUTOMATIC_DISCOUNTS_MOST);
}

async function make(
  { database, now, log }: AutomaticDiscountsNeeds,
  admin: Admin,
  appId: string,
  discount: AutomaticDiscount,
  madeBefore: string | undefined,
): Promise<void> {
  const { shop } = admin;
  const settle = (answer: { readonly discountId?: string; readonly refusal?: string }) =>
    database.inShop(shop, (tenant) => settleAutomaticDiscount(tenant, { ...discount, ...answer }));
  await database.inShop(shop, (tenant) => beginAutomaticDiscount(tenant, discount));
  if (madeBefore !== undefined) return settle({ discountId: madeBefore });
  const outcome = await createAutomaticDiscount(admin, { appId, discount, now: now() });
  if (outcome.kind === "created") return settle({ discountId: outcome.discountId });
  log.warn({ shop, rule: discount.rule, why: outcome.why }, "Shopify made no automatic discount");
  return settle({ refusal: outcome.why });
}
