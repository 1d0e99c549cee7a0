import type { Shop } from "#app/core/values/ids.ts";
import type { Clock } from "#app/platform/clock.ts";
import type { Database } from "#app/stores/database.ts";
import { loadLive, makeLive } from "#app/stores/rulebook-live.ts";

export interface WidenTrialAsk {
  readonly shop: Shop;
  /** The staff member, by Shopify's id. */
  readonly by: string;
  /** A whole number from 1 to 99. */
  readonly percent: number;
}

export type WidenTrialOutcome =
  | { readonly kind: "widened"; readonly version: number; readonly percent: number }
  | { readonly kind: "no-trial" }
  /** The share is not larger than it is: whoever was asked by the version would be asked by the other one again. */
  | { readonly kind: "not-wider"; readonly percent: number };

/** Lets more shoppers try the version; those who did go on with it. */
export async function widenTrial(
  { database, now }: { readonly database: Pick<Database, "inShop">; readonly now: Clock },
  { shop, by, percent }: WidenTrialAsk,
): Promise<WidenTrialOutcome> {
  return database.inShop(shop, async (tenant) => {
    const live = await loadLive(tenant, { toReplace: true });
    if (!live?.trial) return { kind: "no-trial" };
    const { version } = live.trial;
    if (percent <= live.trial.percent) return { kind: "not-wider", percent: live.trial.percent };
    const widened = { version: live.version, trial: { ...live.trial, percent } };
    await makeLive(tenant, widened, { kind: "trial-widened", version, percent, by, at: now() });
    return { kind: "widened", version, percent };
  });
}
