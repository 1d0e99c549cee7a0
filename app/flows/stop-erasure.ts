import type { Shop } from "#app/core/values/ids.ts";
import type { Database } from "#app/stores/database.ts";
import { stopErasure as stop } from "#app/stores/erasures.ts";

/** What is not erased yet stays: the job that is at it finds the run gone with its next turn. */
export async function stopErasure(
  { database }: { readonly database: Pick<Database, "inShop"> },
  { shop, run }: { readonly shop: Shop; readonly run: string },
): Promise<"stopped" | "gone"> {
  return (await database.inShop(shop, (tenant) => stop(tenant, run))) ? "stopped" : "gone";
}
