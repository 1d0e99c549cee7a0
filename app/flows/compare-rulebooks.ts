import { diffRulebooks } from "#app/core/rules/diff-rulebooks.ts";
import type { RulebookDifference } from "#app/core/rules/rulebook-difference.ts";
import type { Shop } from "#app/core/values/ids.ts";
import type { Database, Tenant } from "#app/stores/database.ts";
import { loadDraft, loadVersion } from "#app/stores/rulebooks.ts";

/** What is being written, or what was published under a number. */
export type WhichRulebook = "draft" | { readonly version: number };

/** What is otherwise in `after` than in `before`; undefined when there is no such version. */
export async function compareRulebooks(
  { database }: { readonly database: Pick<Database, "inShop"> },
  { shop, before, after }: { readonly shop: Shop; readonly before: WhichRulebook; readonly after: WhichRulebook },
): Promise<readonly RulebookDifference[] | undefined> {
  return database.inShop(shop, async (tenant) => {
    const [earlier, later] = [await load(tenant, before), await load(tenant, after)];
    return earlier && later && diffRulebooks(earlier.rulebook, later.rulebook);
  });
}

function load(tenant: Tenant, which: WhichRulebook) {
  return which === "draft" ? loadDraft(tenant) : loadVersion(tenant, which.version);
}
