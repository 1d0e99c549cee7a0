import type { Problem } from "#app/core/rules/reading.ts";
import type { Rule } from "#app/core/rules/rulebook.ts";
import { validateRule, validateRulebook } from "#app/core/rules/validate-rulebook.ts";
import { withRule } from "#app/core/rules/with-rule.ts";
import type { RuleId, Shop } from "#app/core/values/ids.ts";
import type { Instant } from "#app/core/values/instant.ts";
import type { Clock } from "#app/platform/clock.ts";
import type { Database, Tenant } from "#app/stores/database.ts";
import { loadDraft, saveDraft } from "#app/stores/rulebooks.ts";

export interface SaveRuleAsk {
  readonly shop: Shop;
  /** The staff member, by Shopify's id. */
  readonly by: string;
  readonly id: RuleId;
  /** Untrusted. Id, status and time of the edit are ours to give: what it says of them does not count. */
  readonly document: unknown;
  /** The `editedAt` of the rule that was opened for editing; absent for a new rule. */
  readonly expectedEditedAt?: Instant;
}

export type SaveRuleOutcome =
  | { readonly kind: "saved"; readonly rule: Rule }
  /** Paths begin at the rule: "path.offer.quantityMost". */
  | { readonly kind: "invalid"; readonly problems: readonly Problem[] }
  /** Someone else edited this rule since it was opened: nothing was saved. */
  | { readonly kind: "changed-meanwhile" }
  /** The rule that was opened is not there any more. */
  | { readonly kind: "not-found" };

/** Puts the rule into the draft; what is live stays as it is until it is published. A new rule is a draft. */
export async function saveRule(
  { database, now }: { readonly database: Pick<Database, "inShop">; readonly now: Clock },
  ask: SaveRuleAsk,
): Promise<SaveRuleOutcome> {
  for (let attempt = 1; ; attempt++) {
    const outcome = await database.inShop(ask.shop, (tenant) => saveOnce(tenant, ask, now()));
    // Another rule was saved at the same moment: this one did not change, so it goes in after it.
    if (outcome.kind !== "draft-moved") return outcome;
    if (attempt === 3) return { kind: "changed-meanwhile" };
  }
}

async function saveOnce(
  tenant: Tenant,
  { by, id, document, expectedEditedAt }: SaveRuleAsk,
  now: Instant,
): Promise<SaveRuleOutcome | { readonly kind: "draft-moved" }> {
  const { rulebook, revision } = await loadDraft(tenant);
  const before = rulebook.rules.find((rule) => rule.id === id);
  if (!before && expectedEditedAt !== undefined) return { kind: "not-found" };
  if (before && before.editedAt !== expectedEditedAt) return { kind: "changed-meanwhile" };
  const validated = validateRule(ruleOf(document, id, before, now));
  if (validated.kind === "invalid") return validated;
  const changed = withRule(rulebook, validated.rule);
  const whole = validateRulebook(changed);
  if (whole.kind === "invalid") return whole;
  const saved = await saveDraft(tenant, changed, { expectedRevision: revision, by, now });
  return saved === "saved" ? { kind: "saved", rule: validated.rule } : { kind: "draft-moved" };
}

/** A rule that is live stays marked so: what is edited differs from what is published by `editedAt`. */
function ruleOf(document: unknown, id: RuleId, before: Rule | undefined, now: Instant): unknown {
  if (typeof document !== "object" || document === null || Array.isArray(document)) return document;
  const editedAt = Math.max(now, (before?.editedAt ?? 0) + 1);
  return { ...document, id, status: before?.status ?? "draft", editedAt };
}
