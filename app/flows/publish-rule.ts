import type { Rule } from "#app/core/rules/rulebook.ts";
import { withRule } from "#app/core/rules/with-rule.ts";
import type { ProductId, RuleId, Shop } from "#app/core/values/ids.ts";
import type { Instant } from "#app/core/values/instant.ts";
import type { Clock } from "#app/platform/clock.ts";
import type { AdminOf } from "#app/shopify/admin-client.ts";
import type { Database, Tenant } from "#app/stores/database.ts";
import type { Exclusively } from "#app/stores/exclusively.ts";
import { loadLive } from "#app/stores/rulebook-live.ts";
import { loadDraft, loadPublished, publishVersion, saveDraft } from "#app/stores/rulebooks.ts";
import { catalogLock } from "./catalog-lock.ts";
import { keepShopData, readShopData, type ShopDataRead } from "./read-shop-data.ts";
import { wantExtracts } from "./want-extracts.ts";
import { wantShopData } from "./want-shop-data.ts";

export interface PublishRuleNeeds {
  readonly database: Pick<Database, "inShop">;
  readonly exclusively: Exclusively;
  readonly adminOf: AdminOf;
  readonly now: Clock;
}

export interface PublishRuleAsk {
  readonly shop: Shop;
  /** The staff member, by Shopify's id. */
  readonly by: string;
  readonly rule: RuleId;
}

export type PublishRuleOutcome =
  /** `missing` are the products it names that Shopify does not have (any more): a warning, not a failure. */
  | { readonly kind: "published"; readonly version: number; readonly missing: readonly ProductId[] }
  | { readonly kind: "not-found" }
  /** A share of the shoppers is trying another version: what would be published for whom? It is to be ended first. */
  | { readonly kind: "trial-running"; readonly version: number; readonly percent: number }
  /** It was edited while its products were being read: nothing was published. */
  | { readonly kind: "changed-meanwhile" };

/**
 * Makes the rule live as the draft has it: reads its products and collections from Shopify, then makes the next version
 * of what is published with this rule in it, active. Other rules' unpublished edits stay unpublished. What the rule needs
 * of the shop besides is copied by jobs from then on, and unknown until it is there. Throws an AppError when Shopify
 * cannot be asked.
 */
export async function publishRule(needs: PublishRuleNeeds, ask: PublishRuleAsk): Promise<PublishRuleOutcome> {
  const { database, exclusively, now } = needs;
  const { shop, by, rule: id } = ask;
  const { draft, live } = await database.inShop(shop, async (tenant) => ({
    draft: await loadDraft(tenant),
    live: await loadLive(tenant),
  }));
  const rule = draft.rulebook.rules.find((other) => other.id === id);
  if (!rule) return { kind: "not-found" };
  if (live?.trial) return { kind: "trial-running", version: live.trial.version, percent: live.trial.percent };
  return exclusively(catalogLock(shop), async () => {
    const read = await readShopData(needs, shop, [{ ...rule, status: "active" }]);
    return database.inShop(shop, (tenant) => publish(tenant, rule, read, { by, now: now() }));
  });
}

async function publish(
  tenant: Tenant,
  rule: Rule,
  read: ShopDataRead,
  { by, now }: { readonly by: string; readonly now: Instant },
): Promise<PublishRuleOutcome> {
  const versions = await loadLive(tenant, { toReplace: true });
  if (versions?.trial)
    return { kind: "trial-running", version: versions.trial.version, percent: versions.trial.percent };
  const published = await loadPublished(tenant);
  const { rulebook: draft, revision } = await loadDraft(tenant);
  const current = draft.rules.find(({ id }) => id === rule.id);
  if (current?.editedAt !== rule.editedAt) return { kind: "changed-meanwhile" };
  const live = withoutReason({ ...current, status: "active" });
  const saved = await saveDraft(tenant, withRule(draft, live), { expectedRevision: revision, by, now });
  if (saved === "changed-meanwhile") return { kind: "changed-meanwhile" };
  const products = await keepShopData(tenant, read, now);
  const next = withRule(published?.rulebook ?? { format: 1, rules: [] }, live);
  const version = await publishVersion(tenant, next, { by, now, note: `Published "${live.name}"` });
  await wantShopData(tenant, now, products);
  await wantExtracts(tenant);
  return { kind: "published", version, missing: read.missing };
}

/** Why it paused itself is said for as long as it is paused. */
function withoutReason({ pausedBecause: _ended, ...rule }: Rule): Rule {
  return rule;
}
