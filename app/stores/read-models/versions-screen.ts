import { invariant } from "#app/core/values/invariant.ts";
import type { Tenant } from "../database.ts";
import { type LiveVersions, listRulebookEvents, loadLive, type RulebookEvent } from "../rulebook-live.ts";
import { listVersions, type RulebookVersionSummary } from "../rulebooks.ts";
import type { ScreenShop } from "./screen-shop.ts";

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
  const [shop] = await tenant.db.$queryRaw<ScreenShop[]>`
    select currency, timezone from shops where shop = ${tenant.shop}`;
  invariant(shop, `${tenant.shop} is not a shop that we know`);
  const live = await loadLive(tenant);
  return {
    shop,
    versions: await listVersions(tenant),
    ...(live && { live }),
    events: await listRulebookEvents(tenant),
  };
}
