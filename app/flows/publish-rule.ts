import { withRulesOf } from "#app/core/rules/published-order.ts";
import type { Rule, Rulebook } from "#app/core/rules/rulebook.ts";
import { withRule } from "#app/core/rules/with-rule.ts";
import type { ProductId, RuleId, Shop } from "#app/core/values/ids.ts";
import type { Instant } from "#app/core/values/instant.ts";
import { invariant } from "#app/core/values/invariant.ts";
import type { Clock } from "#app/platform/clock.ts";
import type { AdminOf } from "#app/shopify/admin-client.ts";
import type { Database, Tenant } from "#app/stores/database.ts";
import type { Exclusively } from "#app/stores/exclusively.ts";
import { loadLive } from "#app/stores/rulebook-live.ts";
import {
  loadDraft,
  loadPublished,
  type Publishing,
  publishVersion,
  saveDraft,
  tryVersion,
} from "#app/stores/rulebooks.ts";
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

interface Who {
  readonly shop: Shop;
  /** The staff member, by Shopify's id. */
  readonly by: string;
}

/** A share is a whole number of percent from 1 to 99, dealt by customer, else by purchase. */
type Whom = "everyone" | { readonly percent: number };

export interface PublishRuleAsk extends Who {
  readonly rule: RuleId;
  /** Absent: everyone. */
  readonly to?: Whom;
  /** The `editedAt` of the rule that was looked at: what someone else made of it since is not published unseen. */
  readonly expectedEditedAt?: Instant | undefined;
}

export type PublishRuleOutcome =
  /** `missing` are the products it names that Shopify does not have (any more): a warning, not a failure. */
  | { readonly kind: "published"; readonly version: number; readonly missing: readonly ProductId[] }
  | { readonly kind: "not-found" }
  /** Nothing is live yet that the others could be asked by: a first version is for everyone. */
  | { readonly kind: "nothing-to-try-against" }
  /** A share of the shoppers is trying another version: what would be published for whom? It is to be ended first. */
  | { readonly kind: "trial-running"; readonly version: number; readonly percent: number }
  /** It was edited since it was looked at, or while its products were being read: nothing was published. */
  | { readonly kind: "changed-meanwhile" };

interface Rules {
  readonly rules: readonly RuleId[];
  /** Of each of them, as `expectedEditedAt` of one; absent: as the draft has them. */
  readonly editedAt?: readonly Instant[] | undefined;
}

/** Makes one rule live as the draft has it: see `publishRules`. */
export function publishRule(
  needs: PublishRuleNeeds,
  { rule, to = "everyone", expectedEditedAt: seen, ...who }: PublishRuleAsk,
): Promise<PublishRuleOutcome> {
  return publishFor(needs, { ...who, rules: [rule], to, editedAt: seen === undefined ? undefined : [seen] });
}

/**
 * Makes the rules live as the draft has them, all in one version: reads their products and collections from Shopify, then
 * makes the next version of what is published with them in it, active, asked where the draft asks them. Other rules'
 * unpublished edits stay unpublished.
 * What they need of the shop besides is copied by jobs from then on, and unknown until it is there. One that is missing is
 * `not-found`, and none is published. Throws an AppError when Shopify cannot be asked.
 */
export async function publishRules(
  needs: PublishRuleNeeds,
  ask: Who & Rules,
): Promise<Exclude<PublishRuleOutcome, { readonly kind: "nothing-to-try-against" }>> {
  const outcome = await publishFor(needs, { ...ask, to: "everyone" });
  invariant(outcome.kind !== "nothing-to-try-against", "what is for everyone is tried against nothing");
  return outcome;
}

async function publishFor(
  needs: PublishRuleNeeds,
  ask: Who & Rules & { readonly to: Whom },
): Promise<PublishRuleOutcome> {
  const { database, exclusively, now } = needs;
  const { shop, by, to, editedAt } = ask;
  const { draft, live } = await database.inShop(shop, async (tenant) => ({
    draft: await loadDraft(tenant),
    live: await loadLive(tenant),
  }));
  const wanted = new Set(ask.rules);
  const rules = draft.rulebook.rules.filter(({ id }) => wanted.has(id));
  if (rules.length < wanted.size || rules.length === 0) return { kind: "not-found" };
  const seen = new Map(ask.rules.map((id, index) => [id, editedAt?.[index]]));
  if (editedAt && rules.some((rule) => rule.editedAt !== seen.get(rule.id))) return { kind: "changed-meanwhile" };
  if (live?.trial) return { kind: "trial-running", version: live.trial.version, percent: live.trial.percent };
  if (!live && to !== "everyone") return { kind: "nothing-to-try-against" };
  return exclusively(catalogLock(shop), async () => {
    const read = await readShopData(
      needs,
      shop,
      rules.map((rule) => ({ ...rule, status: "active" as const })),
    );
    return database.inShop(shop, (tenant) => publish(tenant, rules, read, { by, now: now(), to }));
  });
}

async function publish(
  tenant: Tenant,
  rules: readonly Rule[],
  read: ShopDataRead,
  { by, now, to }: Publishing & { readonly to: Whom },
): Promise<PublishRuleOutcome> {
  const versions = await loadLive(tenant, { toReplace: true });
  if (versions?.trial)
    return { kind: "trial-running", version: versions.trial.version, percent: versions.trial.percent };
  const published = await loadPublished(tenant);
  const { rulebook: draft, revision } = await loadDraft(tenant);
  const current = new Map(draft.rules.map((rule) => [rule.id, rule]));
  if (rules.some(({ id, editedAt }) => current.get(id)?.editedAt !== editedAt)) return { kind: "changed-meanwhile" };
  const live = rules.map((rule) => withoutReason({ ...(current.get(rule.id) ?? rule), status: "active" }));
  const saved = await saveDraft(tenant, live.reduce(withRule, draft), { expectedRevision: revision, by, now });
  if (saved === "changed-meanwhile") return { kind: "changed-meanwhile" };
  const products = await keepShopData(tenant, read, now);
  const next = withRulesOf(draft, live, published?.rulebook ?? EMPTY);
  const named = { count: live.length, rule: live[0]?.name ?? "" };
  const version =
    to === "everyone" || !versions
      ? await publishVersion(tenant, next, { by, now, note: { message: "versions.note.published", values: named } })
      : await tryVersion(tenant, next, {
          by,
          now,
          ...to,
          note: { message: "versions.note.tried", values: { ...named, ...to } },
        });
  await wantShopData(tenant, now, products);
  await wantExtracts(tenant);
  return { kind: "published", version, missing: read.missing };
}

const EMPTY: Rulebook = { format: 1, rules: [] };

/** Why it paused itself is said for as long as it is paused. */
function withoutReason({ pausedBecause: _ended, ...rule }: Rule): Rule {
  return rule;
}
