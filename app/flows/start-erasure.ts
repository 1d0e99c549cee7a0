import type { Shop } from "#app/core/values/ids.ts";
import { jobFor } from "#app/jobs/catalogue.ts";
import type { Clock } from "#app/platform/clock.ts";
import { newUuid } from "#app/platform/ids.ts";
import type { Database } from "#app/stores/database.ts";
import { enqueue } from "#app/stores/enqueue.ts";
import { beginErasure } from "#app/stores/erasures.ts";
import { dropExportsOf } from "#app/stores/exports.ts";
import { forgetThatItBeganEmpty } from "#app/stores/shops.ts";

/** A ticket lives two hours, and a yes that came with the last of them is still being carried out. */
const PURCHASE_UNDER_WAY_MS = 3 * 60 * 60_000;

/**
 * Asks to have erased what we keep of orders and shoppers, except of purchases that may be under way: forgetting a yes that
 * is being carried out could have it charged twice. The files go at once. Rules, versions and what limits have used up stay.
 */
export async function startErasure(
  { database, now }: { readonly database: Pick<Database, "inShop">; readonly now: Clock },
  { shop, by }: { readonly shop: Shop; readonly by: string },
): Promise<"started" | "under-way"> {
  return database.inShop(shop, async (tenant) => {
    const run = newUuid();
    const at = now();
    if (!(await beginErasure(tenant, { run, before: at - PURCHASE_UNDER_WAY_MS, by, now: at }))) return "under-way";
    await dropExportsOf(tenant, "orders");
    await dropExportsOf(tenant, "everything");
    // What we hold of a customer is from now on not all there is.
    await forgetThatItBeganEmpty(tenant);
    await enqueue(tenant, ...jobFor("erase-orders", { run }));
    return "started";
  });
}
