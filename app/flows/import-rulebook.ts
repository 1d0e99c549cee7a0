import { type PlacedProblem, readRulebookText } from "#app/core/rules/read-rulebook-text.ts";
import type { Rule, Rulebook } from "#app/core/rules/rulebook.ts";
import { isSameDocument } from "#app/core/rules/same-document.ts";
import type { Shop } from "#app/core/values/ids.ts";
import type { Instant } from "#app/core/values/instant.ts";
import type { Clock } from "#app/platform/clock.ts";
import type { Database } from "#app/stores/database.ts";
import { loadDraft, saveDraft } from "#app/stores/rulebooks.ts";

export interface ImportRulebookAsk {
  readonly shop: Shop;
  /** The staff member, by Shopify's id. */
  readonly by: string;
  /** Untrusted: a rulebook as JSON text. */
  readonly text: string;
  /** The draft that the merchant saw: if another was saved meanwhile, nothing is. */
  readonly expectedRevision: number;
}

export type ImportRulebookOutcome =
  | { readonly kind: "imported"; readonly rulebook: Rulebook; readonly revision: number }
  /** Every problem at its place; the path is "" where the text is no JSON at all. */
  | { readonly kind: "invalid"; readonly problems: readonly PlacedProblem[] }
  | { readonly kind: "changed-meanwhile" };

/**
 * Puts a whole rulebook into the place of the draft, as it is written; what is live stays until it is published. A rule that
 * says otherwise under the moment of its last edit is edited now: whoever has it open is told.
 */
export async function importRulebook(
  { database, now }: { readonly database: Pick<Database, "inShop">; readonly now: Clock },
  { shop, by, text, expectedRevision }: ImportRulebookAsk,
): Promise<ImportRulebookOutcome> {
  const read = readRulebookText(text);
  if (read.kind === "invalid") return read;
  return database.inShop(shop, async (tenant) => {
    const { rulebook: before, revision } = await loadDraft(tenant);
    if (revision !== expectedRevision) return { kind: "changed-meanwhile" };
    const rulebook = editedNow(read.rulebook, before, now());
    const saved = await saveDraft(tenant, rulebook, { expectedRevision, by, now: now() });
    return saved === "saved" ? { kind: "imported", rulebook, revision: expectedRevision + 1 } : { kind: saved };
  });
}

function editedNow(after: Rulebook, before: Rulebook, now: Instant): Rulebook {
  const earlier = new Map(before.rules.map((rule) => [rule.id, rule]));
  const isMistakable = (rule: Rule) => {
    const was = earlier.get(rule.id);
    return was !== undefined && was.editedAt === rule.editedAt && !isSameDocument(was, rule);
  };
  const rules = after.rules.map((rule) =>
    isMistakable(rule) ? { ...rule, editedAt: Math.max(now, rule.editedAt + 1) } : rule,
  );
  return { ...after, rules };
}
