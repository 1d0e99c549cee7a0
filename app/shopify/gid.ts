import type { CollectionId, CustomerId, OrderId, OrderLineId, ProductId, VariantId } from "#app/core/values/ids.ts";
import { invariant } from "#app/core/values/invariant.ts";

/** The kinds of things whose ids we turn: our own type for each, "string" where the core has none of its own. */
interface Kinds {
  readonly Product: ProductId;
  readonly ProductVariant: VariantId;
  readonly Collection: CollectionId;
  readonly Customer: CustomerId;
  readonly Order: OrderId;
  readonly LineItem: OrderLineId;
  readonly Refund: string;
  readonly InventoryItem: string;
  readonly App: string;
  readonly DiscountAutomaticNode: string;
  readonly DiscountCodeNode: string;
}

/** "40123" → "gid://shopify/Product/40123". */
export function gidOf<Kind extends keyof Kinds>(kind: Kind, id: Kinds[Kind]): string {
  return `gid://shopify/${kind}/${id}`;
}

/** "gid://shopify/Product/40123" → "40123". Throws when it is another kind's: Shopify answers what was asked, so a bug. */
export function idOfGid<Kind extends keyof Kinds>(kind: Kind, gid: string): Kinds[Kind] {
  const [, named, id] = /^gid:\/\/shopify\/([A-Za-z]+)\/(\d{1,20})(?:\?.*)?$/.exec(gid) ?? [];
  invariant(named === kind && id !== undefined, `${gid} is not the id of a ${kind}`);
  return id as Kinds[Kind];
}
