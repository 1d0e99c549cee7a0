import { type PlacedProblem, readRulebookText } from "#app/core/rules/read-rulebook-text.ts";
import type { Rulebook } from "#app/core/rules/rulebook.ts";
import type { Shop } from "#app/core/values/ids.ts";
import type { Clock } from "#app/platform/clock.ts";
import type { Database } from "#app/stores/database.ts";
import { saveDraft } from "#app/stores/rulebooks.ts";

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

/** Puts a whole rulebook into the place of the draft, as it is written; what is live stays until it is published. */
export async function importRulebook(
  { database, now }: { readonly database: Pick<Database, "inShop">; readonly now: Clock },
  { shop, by, text, expectedRevision }: ImportRulebookAsk,
): Promise<ImportRulebookOutcome> {
  const read = readRulebookText(text);
  if (read.kind === "invalid") return read;
  const { rulebook } = read;
  const saved = await database.inShop(shop, (tenant) =>
    saveDraft(tenant, rulebook, { expectedRevision, by, now: now() }),
  );
  return saved === "saved" ? { kind: "imported", rulebook, revision: expectedRevision + 1 } : { kind: saved };
}
