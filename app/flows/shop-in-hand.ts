import { compile } from "#app/core/decision/compile.ts";
import type { CompiledRulebook } from "#app/core/decision/compiled-rulebook.ts";
import type { Facts } from "#app/core/facts/facts.ts";
import type { Shop } from "#app/core/values/ids.ts";
import type { Tenant } from "#app/stores/database.ts";
import type { LiveShop, LiveShops } from "#app/stores/live-shops.ts";
import { loadVersion } from "#app/stores/rulebooks.ts";

/** The shop as it is in memory, loaded first where it is not; undefined when it hasn't the app. */
export async function liveShop(live: Pick<LiveShops, "of" | "warm">, shop: Shop): Promise<LiveShop | undefined> {
  const known = live.of(shop);
  if (known) return known;
  await live.warm([shop]);
  return live.of(shop);
}

/** The rulebook of that version with the shop's copy as it is now; undefined where none of it was published. */
export async function rulebookOfVersion(
  tenant: Tenant,
  shop: LiveShop,
  facts: Facts,
  version: number,
): Promise<CompiledRulebook | undefined> {
  const inMemory = [shop.compiledFor(facts), shop.compiled].find((one) => one.version === version);
  if (inMemory) return inMemory;
  const published = await loadVersion(tenant, version);
  return published && compile(published.rulebook, version, shop.catalog);
}
