import type { PauseAfter, PausedBecause, Rule, Rulebook } from "#app/core/rules/rulebook.ts";
import { withRule } from "#app/core/rules/with-rule.ts";
import type { RuleId, Shop } from "#app/core/values/ids.ts";
import type { Instant } from "#app/core/values/instant.ts";
import { invariant } from "#app/core/values/invariant.ts";
import type { Told } from "#app/core/values/say.ts";
import { AppError } from "#app/platform/app-error.ts";
import type { Clock } from "#app/platform/clock.ts";
import type { Database, Tenant } from "#app/stores/database.ts";
import { countFailuresFrom, type FailingRuns, loadFailingRuns } from "#app/stores/rule-runs.ts";
import { loadLive } from "#app/stores/rulebook-live.ts";
import { loadDraft, loadVersion, republish, saveDraft } from "#app/stores/rulebooks.ts";
import { wantExtracts } from "./want-extracts.ts";

export type PauseFailingOutcome =
  | { readonly kind: "paused"; readonly version: number; readonly because: PausedBecause }
  /** It has not failed as often in a row as it was told to bear, or was told nothing of the kind. */
  | { readonly kind: "goes-on" }
  /** It was paused before, or is not there any more. */
  | { readonly kind: "not-live" };

/** Who publishes where no merchant did. */
const ENCORE = "Encore";

/**
 * Pauses the rule if it has failed too often in a row, by its own `pauseAfter`: the next version has it paused, and so has
 * the draft, with the reason. However often it is asked at once, it is paused once. Throws an AppError of 503 when the
 * draft was saved by someone else at the same moment, three times over: to be asked again.
 */
export async function pauseFailingRule(
  { database, now }: { readonly database: Pick<Database, "inShop">; readonly now: Clock },
  { shop, rule }: { readonly shop: Shop; readonly rule: RuleId },
): Promise<PauseFailingOutcome> {
  for (let attempt = 1; attempt <= 3; attempt++) {
    const outcome = await database.inShop(shop, (tenant) => pauseOnce(tenant, rule, now()));
    if (outcome.kind !== "draft-moved") return outcome;
  }
  throw new AppError("draft-moved", 503, "The rules are being edited just now.", { retryAfterSeconds: 5 });
}

async function pauseOnce(
  tenant: Tenant,
  id: RuleId,
  now: Instant,
): Promise<PauseFailingOutcome | { readonly kind: "draft-moved" }> {
  const live = await loadActive(tenant, id);
  if (!live) {
    // Offers made before it was paused may still fail: what counts begins when it is live again.
    await countFailuresFrom(tenant, id, now);
    return { kind: "not-live" };
  }
  const because = live.pauseAfter && reasonToPause(live.pauseAfter, await loadFailingRuns(tenant, id), now);
  if (!because) return { kind: "goes-on" };

  const { rulebook: draft, revision } = await loadDraft(tenant);
  const edited = draft.rules.find((rule) => rule.id === id) ?? live;
  const changed = withRule(draft, paused(edited, because));
  const saved = await saveDraft(tenant, changed, { expectedRevision: revision, by: ENCORE, now });
  if (saved === "changed-meanwhile") return { kind: "draft-moved" };
  const pausedIn = (rulebook: Rulebook) => {
    const rule = activeIn(rulebook, id);
    return rule ? withRule(rulebook, paused(rule, because)) : rulebook;
  };
  const reason: Told = { message: "engine.pause-reason", values: { what: because.what, count: because.inARow } };
  const note: Told = { message: "versions.note.paused-itself", values: { rule: live.name, reason } };
  const version = await republish(tenant, pausedIn, { by: ENCORE, now, note });
  invariant(version !== undefined, "a rule that is live is in a published version");
  await countFailuresFrom(tenant, id, now);
  await wantExtracts(tenant);
  return { kind: "paused", version, because };
}

/** The rule as shoppers are asked by it, everyone or those who try a version; nobody publishes until the end. */
async function loadActive(tenant: Tenant, id: RuleId): Promise<Rule | undefined> {
  const live = await loadLive(tenant, { toReplace: true });
  if (!live) return undefined;
  for (const version of [live.version, ...(live.trial ? [live.trial.version] : [])]) {
    const published = await loadVersion(tenant, version);
    const rule = published && activeIn(published.rulebook, id);
    if (rule) return rule;
  }
  return undefined;
}

const activeIn = ({ rules }: Rulebook, id: RuleId) => rules.find((rule) => rule.id === id && rule.status === "active");

function reasonToPause(after: PauseAfter, runs: FailingRuns, at: Instant): PausedBecause | undefined {
  const kinds: readonly (keyof PauseAfter)[] = ["soldOut", "paymentErrors", "refunds"];
  const what = kinds.find((kind) => runs[kind] >= (after[kind] ?? Number.POSITIVE_INFINITY));
  return what && { what, inARow: runs[what], at };
}

const paused = (rule: Rule, pausedBecause: PausedBecause): Rule => ({ ...rule, status: "paused", pausedBecause });
