import type { Surface } from "#app/core/facts/facts.ts";
import type { CustomerId, PurchaseReference, RuleId } from "#app/core/values/ids.ts";
import type { Instant } from "#app/core/values/instant.ts";
import type { Tenant } from "./database.ts";
import { jsonToStore, storedAs } from "./stored-json.ts";

/**
 * What the shopper's page told: `applied` is what `applyChangeset` answered there, informative and never money.
 * `unavailable` is ours: the shopper said yes to what could not be had any more, sold out or past a limit, which is not a
 * decline. `accept` and `undo` are a line that was put into the cart and taken out of it again, in whatever order.
 */
type ShopperEventKind = "impression" | "decline" | "applied" | "unavailable" | "accept" | "undo";

export interface ShopperEvent {
  readonly reference: PurchaseReference;
  /** Where it was told. */
  readonly surface: Surface;
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

const LAST_STANDS: ReadonlySet<ShopperEventKind> = new Set(["applied", "accept", "undo"]);

/**
 * Once for (reference, surface, step, kind): the first one stands, any later one is a duplicate. Of `applied` the last
 * stands (the page tries again after `server_error`, and the second try may have gone through), and of `accept` and `undo`.
 */
export async function keepShopperEvent(
  { db, shop }: Tenant,
  { at, detail = {}, ...event }: ShopperEvent,
): Promise<"new" | "duplicate"> {
  const { reference, surface, step, kind } = event;
  if (LAST_STANDS.has(kind)) await db.shopperEvent.deleteMany({ where: { shop, reference, surface, step, kind } });
  const { count } = await db.shopperEvent.createMany({
    data: [{ shop, ...event, at: new Date(at), detail: jsonToStore(detail) }],
    skipDuplicates: true,
  });
  return count === 1 ? "new" : "duplicate";
}

/** The one that stands, if it was told. */
export async function loadShopperEvent(
  { db, shop }: Tenant,
  { reference, surface, step, kind }: Pick<ShopperEvent, "reference" | "surface" | "step" | "kind">,
): Promise<ShopperEvent | undefined> {
  const row = await db.shopperEvent.findUnique({
    where: { shop_reference_surface_step_kind: { shop, reference, surface, step, kind } },
  });
  if (!row) return undefined;
  const rule = row.rule === null ? {} : { rule: row.rule as RuleId };
  return { reference, surface, step, kind, ...rule, at: row.at.getTime(), detail: storedAs(row.detail) };
}
