import type { ProductId, Shop } from "#app/core/values/ids.ts";
import type { Instant } from "#app/core/values/instant.ts";
import type { Tenant } from "#app/stores/database.ts";
import { loadLive } from "#app/stores/rulebook-live.ts";
import { loadDraft, publishVersion, type RulebookDraft, tryVersion } from "#app/stores/rulebooks.ts";
import { catalogLock } from "./catalog-lock.ts";
import type { PublishRuleNeeds } from "./publish-rule.ts";
import { keepShopData, readShopData, type ShopDataRead } from "./read-shop-data.ts";
import { wantExtracts } from "./want-extracts.ts";
import { wantShopData } from "./want-shop-data.ts";

export interface PublishRulebookAsk {
  readonly shop: Shop;
  /** The staff member, by Shopify's id. */
  readonly by: string;
  /** Whom: a share is a whole number of percent from 1 to 99, dealt by customer, else by purchase. */
  readonly to: "everyone" | { readonly percent: number };
  /** What the merchant says of it; shown in the list of versions. */
  readonly note?: string;
  /** The draft that the merchant saw: if another was saved meanwhile, nothing is published. */
  readonly expectedRevision?: number;
}

export type PublishRulebookOutcome =
  /** `missing` are the products it names that Shopify does not have (any more), as far as they were looked at. */
  | { readonly kind: "published"; readonly version: number; readonly missing: readonly ProductId[] }
  | { readonly kind: "changed-meanwhile" }
  /** Another version is being tried: it is to be kept or dropped first. */
  | { readonly kind: "trial-running"; readonly version: number; readonly percent: number }
  /** Nothing is live yet that the others could be asked by: a first version is for everyone. */
  | { readonly kind: "nothing-to-try-against" };

/**
 * Makes the whole draft the next version, with every rule in the status it is written with: its active rules are asked,
 * by everyone or first by a share of the shoppers. What it names is read from Shopify before, as `publishRule` does.
 * Throws an AppError when Shopify cannot be asked.
 */
export async function publishRulebook(
  needs: PublishRuleNeeds,
  ask: PublishRulebookAsk,
): Promise<PublishRulebookOutcome> {
  const { database, exclusively, now } = needs;
  const draft = await database.inShop(ask.shop, loadDraft);
  if (ask.expectedRevision !== undefined && draft.revision !== ask.expectedRevision)
    return { kind: "changed-meanwhile" };
  return exclusively(catalogLock(ask.shop), async () => {
    const read = await readShopData(needs, ask.shop, draft.rulebook.rules);
    return database.inShop(ask.shop, (tenant) => publish(tenant, ask, draft, read, now()));
  });
}

async function publish(
  tenant: Tenant,
  { by, to, note }: PublishRulebookAsk,
  { rulebook, revision }: RulebookDraft,
  read: ShopDataRead,
  now: Instant,
): Promise<PublishRulebookOutcome> {
  const live = await loadLive(tenant, { toReplace: true });
  if (live?.trial) return { kind: "trial-running", version: live.trial.version, percent: live.trial.percent };
  if (!live && to !== "everyone") return { kind: "nothing-to-try-against" };
  if ((await loadDraft(tenant)).revision !== revision) return { kind: "changed-meanwhile" };
  const products = await keepShopData(tenant, read, now);
  let version: number;
  if (!live || to === "everyone") {
    version = await publishVersion(tenant, rulebook, {
      by,
      now,
      note: note ?? { message: "versions.note.published-all" },
    });
  } else {
    const { percent } = to;
    version = await tryVersion(tenant, rulebook, {
      by,
      now,
      percent,
      note: note ?? { message: "versions.note.tried-all", values: { percent } },
    });
  }
  await wantShopData(tenant, now, products);
  await wantExtracts(tenant);
  return { kind: "published", version, missing: read.missing };
}
