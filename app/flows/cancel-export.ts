import type { Shop } from "#app/core/values/ids.ts";
import type { Database } from "#app/stores/database.ts";
import { dropExport, type ExportRun } from "#app/stores/exports.ts";

/**
 * Forgets a file, written whole or in part: the job that is at it finds it gone with its next page. A run that has been
 * replaced meanwhile is "gone", and what replaced it stays.
 */
export async function cancelExport(
  { database }: { readonly database: Pick<Database, "inShop"> },
  { shop, kind, run }: { readonly shop: Shop } & ExportRun,
): Promise<"cancelled" | "gone"> {
  const dropped = await database.inShop(shop, (tenant) => dropExport(tenant, { kind, run }));
  return dropped ? "cancelled" : "gone";
}
