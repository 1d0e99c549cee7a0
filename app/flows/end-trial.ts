import type { Shop } from "#app/core/values/ids.ts";
import type { Clock } from "#app/platform/clock.ts";
import type { Database } from "#app/stores/database.ts";
import { loadLive, makeLive } from "#app/stores/rulebook-live.ts";
import { wantExtracts } from "./want-extracts.ts";

export interface EndTrialAsk {
  readonly shop: Shop;
  /** The staff member, by Shopify's id. */
  readonly by: string;
  /** `keep`: what was tried is for everyone. `drop`: everyone is asked by what was live before the trial. */
  readonly how: "keep" | "drop";
}

export type EndTrialOutcome = { readonly kind: "ended"; readonly version: number } | { readonly kind: "no-trial" };

/** Everyone is asked by one version again, at once; gives its number. */
export async function endTrial(
  { database, now }: { readonly database: Pick<Database, "inShop">; readonly now: Clock },
  { shop, by, how }: EndTrialAsk,
): Promise<EndTrialOutcome> {
  return database.inShop(shop, async (tenant) => {
    const live = await loadLive(tenant, { toReplace: true });
    if (!live?.trial) return { kind: "no-trial" };
    const tried = live.trial.version;
    const version = how === "keep" ? tried : live.version;
    const kind = how === "keep" ? "trial-kept" : "trial-dropped";
    await makeLive(tenant, { version }, { kind, version: tried, by, at: now() });
    await wantExtracts(tenant);
    return { kind: "ended", version };
  });
}
