import type { CustomerId, PurchaseReference, RuleId } from "#app/core/values/ids.ts";
import type { Instant } from "#app/core/values/instant.ts";
import type { Tenant } from "./database.ts";
import { jsonToStore } from "./stored-json.ts";

/**
 * What the shopper's page told: `applied` is what `applyChangeset` answered there, informative and never money.
 * `unavailable` is ours: the shopper said yes to what could not be had any more, sold out or past a limit, which is not a
 * decline.
 */
type ShopperEventKind = "impression" | "decline" | "applied" | "unavailable";

export interface ShopperEvent {
  readonly reference: PurchaseReference;
  /** 1 for the first offer of a purchase. */
  readonly step: number;
  readonly kind: ShopperEventKind;
  /** Whose offer it was. */
  readonly rule?: RuleId;
  readonly customer?: CustomerId;
  readonly at: Instant;
  /** What goes with it, as it was told: for `applied` the status and the error codes, for `unavailable` why. */
  readonly detail?: Readonly<Record<string, unknown>>;
}

/**
 * Once for (reference, step, kind): the first one stands, any later one is a duplicate. Only of `applied` the last stands:
 * the page tries again after `server_error`, and the second try may have gone through.
 */
export async function keepShopperEvent(tenant: Tenant, event: ShopperEvent): Promise<"new" | "duplicate"> {
  const { reference, step, kind, rule, customer, at, detail = {} } = event;
  if (kind === "applied") {
    await tenant.db.shopperEvent.deleteMany({ where: { shop: tenant.shop, reference, step, kind } });
  }
  const { count } = await tenant.db.shopperEvent.createMany({
    data: [{ shop: tenant.shop, reference, step, kind, rule, customer, at: new Date(at), detail: jsonToStore(detail) }],
    skipDuplicates: true,
  });
  return count === 1 ? "new" : "duplicate";
}
