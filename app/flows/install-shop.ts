import type { Shop } from "#app/core/values/ids.ts";
import type { Clock } from "#app/platform/clock.ts";
import type { Log } from "#app/platform/log.ts";
import type { AdminOf } from "#app/shopify/admin-client.ts";
import { CUSTOMERS_SCOPE } from "#app/shopify/read-customer.ts";
import { hasNoOrders, readShop } from "#app/shopify/read-shop.ts";
import { doubtAutomaticDiscounts } from "#app/stores/automatic-discounts.ts";
import type { Database } from "#app/stores/database.ts";
import { doubtExtracts } from "#app/stores/extract-copies.ts";
import { forgetSetupCheck } from "#app/stores/setup-checks.ts";
import { type KnownShop, loadShop, saveInstalled } from "#app/stores/shops.ts";
import { renewCatalog } from "./renew-catalog.ts";
import { wantExtracts } from "./want-extracts.ts";

export interface InstallNeeds {
  readonly database: Database;
  readonly adminOf: AdminOf;
  readonly now: Clock;
  readonly log: Log;
}

/**
 * Reads what the shop is and keeps it: from then on it is decided for. Only for a shop that has just given a token: one
 * that had left is back. Doing it again brings the copy up to date (a changed currency or scope). Throws an AppError when
 * Shopify cannot be asked; nothing is kept then.
 */
export async function installShop({ database, adminOf, now, log }: InstallNeeds, shop: Shop): Promise<KnownShop> {
  const before = await loadShop(database, shop);
  const admin = adminOf(shop);
  const details = await readShop(admin);
  const isBack = before?.uninstalledAt !== undefined;
  // From the first order on we see whose each is, or our histories would have gaps that nobody can tell.
  const mayKnowAll = (!before || isBack) && details.scopes.includes(CUSTOMERS_SCOPE);
  const beganEmpty = mayKnowAll && (await hasNoOrders(admin, details.scopes));
  if (before && (isBack || before.currency !== details.currency)) {
    await database.inShop(shop, (tenant) => renewCatalog(tenant, now()));
  }
  const known = await saveInstalled(database, shop, { ...details, beganEmpty }, now());
  await database.inShop(shop, async (tenant) => {
    if (isBack) {
      await doubtExtracts(tenant);
      await doubtAutomaticDiscounts(tenant);
      await forgetSetupCheck(tenant);
    }
    await wantExtracts(tenant);
  });
  log.info({ shop, scopes: known.scopes }, "the shop has the app");
  return known;
}
