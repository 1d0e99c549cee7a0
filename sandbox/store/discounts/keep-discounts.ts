import { gid } from "../admin-api/gid.ts";
import type { Engine } from "../engine.ts";
import { isoSeconds } from "../iso-time.ts";
import type { NewDiscount } from "../sandbox-store.ts";
import type { StoredDiscount } from "../state/discount.ts";
import { discountOfCode } from "./code-standing.ts";
import { statusOf } from "./discount-class.ts";

/** Sends discounts/create. Undefined when the code is another discount's already. */
export function createDiscount(
  engine: Engine,
  wanted: NewDiscount,
  by: StoredDiscount["by"],
): StoredDiscount | undefined {
  const at = engine.now();
  const code = wanted.code?.trim();
  if (code !== undefined && (code === "" || discountOfCode(engine, code))) return undefined;
  const discount: StoredDiscount = {
    id: engine.newId("discount"),
    code,
    title: wanted.title,
    startsAt: wanted.startsAt ?? at,
    endsAt: wanted.endsAt,
    what: wanted.what,
    combinesWith: wanted.combinesWith ?? NOTHING,
    minimum: wanted.minimum,
    customerIds: wanted.customerIds,
    usageLimit: wanted.usageLimit,
    appliesOncePerCustomer: wanted.appliesOncePerCustomer ?? false,
    uses: [],
    tags: wanted.tags ?? [],
    by,
    createdAt: at,
    updatedAt: at,
  };
  engine.state.discounts.push(discount);
  engine.changed();
  engine.send("discounts/create", discountPayload(engine, discount));
  return discount;
}

/** To be called after a change of it: sends discounts/update. */
export function discountChanged(engine: Engine, discount: StoredDiscount): void {
  discount.updatedAt = engine.now();
  engine.changed();
  engine.send("discounts/update", discountPayload(engine, discount));
}

/** Sends discounts/delete. Purchases under way lose it at once; orders keep what they were given. */
export function deleteDiscount(engine: Engine, id: number): boolean {
  const left = engine.state.discounts.filter((discount) => discount.id !== id);
  if (left.length === engine.state.discounts.length) return false;
  const gone = engine.state.discounts.find((discount) => discount.id === id);
  engine.state.discounts = left;
  engine.changed();
  if (gone)
    engine.send("discounts/delete", { admin_graphql_api_id: discountGid(gone), deleted_at: isoSeconds(engine.now()) });
  return true;
}

export function discountGid({ id, code }: StoredDiscount): string {
  return gid(code === undefined ? "DiscountAutomaticNode" : "DiscountCodeNode", id);
}

const NOTHING = { productDiscounts: false, orderDiscounts: false, shippingDiscounts: false } as const;

function discountPayload(engine: Engine, discount: StoredDiscount): Readonly<Record<string, unknown>> {
  return {
    admin_graphql_api_id: discountGid(discount),
    title: discount.title,
    status: statusOf(discount, engine.now()),
    created_at: isoSeconds(discount.createdAt),
    updated_at: isoSeconds(discount.updatedAt),
  };
}
