import { diffRulebooks } from "#app/core/rules/diff-rulebooks.ts";
import type { Rulebook } from "#app/core/rules/rulebook.ts";
import type { RulebookDifference } from "#app/core/rules/rulebook-difference.ts";
import type { Shop } from "#app/core/values/ids.ts";
import type { Database, Tenant } from "#app/stores/database.ts";
import { loadTitles, type Titles } from "#app/stores/read-models/titles.ts";
import { loadDraft, loadVersion } from "#app/stores/rulebooks.ts";

/** What is being written, or what was published under a number. */
export type WhichRulebook = "draft" | { readonly version: number };

export interface ComparedRulebooks {
  readonly differences: readonly RulebookDifference[];
  readonly after: Rulebook;
  /** Of what either speaks of. */
  readonly titles: Titles;
}

/** What is otherwise in `after` than in `before`; undefined when there is no such version. */
export async function compareRulebooks(
  { database }: { readonly database: Pick<Database, "inShop"> },
  { shop, before, after }: { readonly shop: Shop; readonly before: WhichRulebook; readonly after: WhichRulebook },
): Promise<ComparedRulebooks | undefined> {
  return database.inShop(shop, async (tenant) => {
    const [earlier, later] = [await load(tenant, before), await load(tenant, after)];
    if (!earlier || !later) return undefined;
    return {
      differences: diffRulebooks(earlier.rulebook, later.rulebook),
      after: later.rulebook,
      titles: await loadTitles(tenant, [earlier.rulebook, later.rulebook]),
    };
  });
}

function load(tenant: Tenant, which: WhichRulebook) {
  return which === "draft" ? loadDraft(tenant) : loadVersion(tenant, which.version);
}
