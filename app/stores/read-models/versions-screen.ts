import type { Tenant } from "../database.ts";
import { type LiveVersions, listRulebookEvents, loadLive, type RulebookEvent } from "../rulebook-live.ts";
import { listVersions, type RulebookVersionSummary } from "../rulebooks.ts";
import { loadScreenShop, type ScreenShop } from "./screen-shop.ts";

/** The history of a shop's rules. */
export interface VersionsScreen {
  readonly shop: ScreenShop;
  /** Every one, the latest first. */
  readonly versions: readonly RulebookVersionSummary[];
  /** What shoppers are asked by; absent while nothing was ever published. */
  readonly live?: LiveVersions;
  /** What changed that, the latest first. */
  readonly events: readonly RulebookEvent[];
}

/** A query for each part: it is a page that is opened now and then. */
export async function loadVersionsScreen(tenant: Tenant): Promise<VersionsScreen> {
  const shop = await loadScreenShop(tenant);
  const live = await loadLive(tenant);
  return {
    shop,
    versions: await listVersions(tenant),
    ...(live && { live }),
    events: await listRulebookEvents(tenant),
  };
}
