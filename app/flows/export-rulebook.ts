import { rulebookText } from "#app/core/rules/rulebook-text.ts";
import type { Shop } from "#app/core/values/ids.ts";
import type { Database } from "#app/stores/database.ts";
import { loadDraft, loadVersion } from "#app/stores/rulebooks.ts";
import type { WhichRulebook } from "./compare-rulebooks.ts";

/** The draft or a version as JSON text, the same to the byte each time; undefined when there is no such version. */
export async function exportRulebook(
  { database }: { readonly database: Pick<Database, "inShop"> },
  { shop, what }: { readonly shop: Shop; readonly what: WhichRulebook },
): Promise<string | undefined> {
  return database.inShop(shop, async (tenant) => {
    const found = what === "draft" ? await loadDraft(tenant) : await loadVersion(tenant, what.version);
    return found && rulebookText(found.rulebook);
  });
}
