import type { ExportKind } from "#app/core/values/export-kind.ts";
import type { Shop } from "#app/core/values/ids.ts";
import { jobFor } from "#app/jobs/catalogue.ts";
import type { Clock } from "#app/platform/clock.ts";
import { newUuid } from "#app/platform/ids.ts";
import type { Database } from "#app/stores/database.ts";
import { enqueue } from "#app/stores/enqueue.ts";
import { beginExport } from "#app/stores/exports.ts";
import { exportedPages } from "./exported-pages.ts";

/**
 * Asks for a file of the shop's, in place of the one of its kind that there is. While one is being written, whoever asked
 * for it, that one goes on and nothing else begins.
 */
export async function startExport(
  { database, now }: { readonly database: Pick<Database, "inShop">; readonly now: Clock },
  { shop, kind, by }: { readonly shop: Shop; readonly kind: ExportKind; readonly by: string },
): Promise<"started" | "under-way"> {
  return database.inShop(shop, async (tenant) => {
    const file = { kind, run: newUuid() };
    const rowsTotal = await exportedPages[kind].count(tenant);
    if (!(await beginExport(tenant, file, { rowsTotal, by, now: now() }))) return "under-way";
    await enqueue(tenant, ...jobFor("export-data", file));
    return "started";
  });
}
