import type { Shop } from "#app/core/values/ids.ts";
import type { Clock } from "#app/platform/clock.ts";
import type { Database } from "#app/stores/database.ts";
import { loadLive, makeLive } from "#app/stores/rulebook-live.ts";
import { loadVersion } from "#app/stores/rulebooks.ts";
import { wantExtracts } from "./want-extracts.ts";
import { wantShopData } from "./want-shop-data.ts";

export interface RollBackAsk {
  readonly shop: Shop;
  /** The staff member, by Shopify's id. */
  readonly by: string;
  readonly version: number;
}

export type RollBackOutcome =
  | { readonly kind: "live"; readonly version: number }
  /** There is no such version. */
  | { readonly kind: "not-found" };

/**
 * Makes any version live again for everyone, at once and under its own number; a trial ends by it. What is in the draft
 * stays there. The copies that it needs are still kept, and those that are not are asked for.
 */
export async function rollBackRulebook(
  { database, now }: { readonly database: Pick<Database, "inShop">; readonly now: Clock },
  { shop, by, version }: RollBackAsk,
): Promise<RollBackOutcome> {
  return database.inShop(shop, async (tenant) => {
    const live = await loadLive(tenant, { toReplace: true });
    if (!(await loadVersion(tenant, version))) return { kind: "not-found" };
    if (live?.version === version && !live.trial) return { kind: "live", version };
    await makeLive(tenant, { version }, { kind: "rolled-back", version, by, at: now() });
    await wantShopData(tenant, now());
    await wantExtracts(tenant);
    return { kind: "live", version };
  });
}
