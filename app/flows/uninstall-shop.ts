import type { Shop } from "#app/core/values/ids.ts";
import type { Instant } from "#app/core/values/instant.ts";
import type { Log } from "#app/platform/log.ts";
import type { Database } from "#app/stores/database.ts";
import { saveUninstalled } from "#app/stores/shops.ts";

export type UninstallOutcome = "uninstalled" | "nothing-to-do";

/**
 * The shop is decided for no more and its tokens are forgotten, in every process as the transaction commits. What it
 * earned stays until Shopify asks to erase it. `at` is when it happened: a message from before the app was installed
 * again does nothing.
 */
export async function uninstallShop(
  { database, log }: { readonly database: Database; readonly log: Log },
  { shop, at }: { readonly shop: Shop; readonly at: Instant },
): Promise<UninstallOutcome> {
  const wasInstalled = await saveUninstalled(database, shop, at);
  if (wasInstalled) log.info({ shop }, "the shop has removed the app");
  return wasInstalled ? "uninstalled" : "nothing-to-do";
}
