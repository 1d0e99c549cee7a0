import { diffRulebooks } from "#app/core/rules/diff-rulebooks.ts";
import { findings } from "#app/core/rules/findings.ts";
import { type PlacedProblem, readRulebookText } from "#app/core/rules/read-rulebook-text.ts";
import type { Problem } from "#app/core/rules/reading.ts";
import type { Rulebook } from "#app/core/rules/rulebook.ts";
import type { RulebookDifference } from "#app/core/rules/rulebook-difference.ts";
import type { Shop } from "#app/core/values/ids.ts";
import { invariant } from "#app/core/values/invariant.ts";
import type { Clock } from "#app/platform/clock.ts";
import type { Database } from "#app/stores/database.ts";
import { loadTitles, type Titles } from "#app/stores/read-models/titles.ts";
import { loadDraft } from "#app/stores/rulebooks.ts";
import { loadShop } from "#app/stores/shops.ts";

export type CheckRulebookOutcome =
  | { readonly kind: "invalid"; readonly problems: readonly PlacedProblem[] }
  | {
      readonly kind: "valid";
      readonly rulebook: Rulebook;
      /** Of the draft it was compared with: to be expected when it is imported. */
      readonly revision: number;
      /** What would be otherwise in the draft. */
      readonly differences: readonly RulebookDifference[];
      /** What in it can never come true. */
      readonly findings: readonly Problem[];
      readonly titles: Titles;
      readonly timezone: string;
    };

/** What a rulebook's text would change if it were imported. Changes nothing. */
export async function checkRulebook(
  { database, now }: { readonly database: Database; readonly now: Clock },
  { shop, text }: { readonly shop: Shop; readonly text: string },
): Promise<CheckRulebookOutcome> {
  const read = readRulebookText(text);
  if (read.kind === "invalid") return read;
  const { rulebook } = read;
  const known = await loadShop(database, shop);
  invariant(known, `${shop} is not a shop that we know`);
  const { timezone } = known;
  const { draft, titles } = await database.inShop(shop, async (tenant) => {
    const { rulebook: before, revision } = await loadDraft(tenant);
    return { draft: { before, revision }, titles: await loadTitles(tenant, [before, rulebook]) };
  });
  return {
    kind: "valid",
    rulebook,
    revision: draft.revision,
    differences: diffRulebooks(draft.before, rulebook),
    findings: findings(rulebook, now(), timezone),
    titles,
    timezone,
  };
}
