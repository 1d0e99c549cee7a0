import type { Shop } from "#app/core/values/ids.ts";
import type { Log } from "#app/platform/log.ts";
import type { Database } from "#app/stores/database.ts";
import { eraseShop as eraseAll } from "#app/stores/purge.ts";

/** Deletes all we hold of a shop that has left; one that has come back meanwhile keeps it. */
export async function eraseShop(
  { database, log }: { readonly database: Database; readonly log: Log },
  { shop }: { readonly shop: Shop },
): Promise<"erased" | "installed-again"> {
  const erased = await eraseAll(database, shop);
  log.info({ shop, erased }, "Shopify asked to erase the shop");
  return erased ? "erased" : "installed-again";
}
