import { createHash } from "node:crypto";
import { gid, parseGid } from "../admin-api/gid.ts";
import type { Engine } from "../engine.ts";
import type { AppMetafield } from "../state/metafield.ts";
import { orderPayload } from "../webhooks/payloads/order.ts";
import { productPayload } from "../webhooks/payloads/product.ts";
import { METAFIELD_CHANGES_UPDATE_THE_OWNER } from "./doubts.ts";

/** Changes with every value: for writing only what nobody else has written meanwhile. */
export function compareDigest(value: string): string {
  return createHash("sha256").update(value).digest("hex");
}

export function metafieldAt(
  { state }: Engine,
  wanted: Pick<AppMetafield, "owner" | "namespace" | "key">,
): AppMetafield | undefined {
  return state.metafields.find(
    ({ owner, namespace, key }) => owner === wanted.owner && namespace === wanted.namespace && key === wanted.key,
  );
}

/** Writes it, over the one that is there. */
export function writeMetafield(
  engine: Engine,
  wanted: Pick<AppMetafield, "owner" | "namespace" | "key" | "type" | "value">,
): AppMetafield {
  const at = engine.now();
  const known = metafieldAt(engine, wanted);
  if (known) {
    Object.assign(known, { type: wanted.type, value: wanted.value, updatedAt: at });
    return known;
  }
  const field: AppMetafield = { id: engine.newId("metafield"), ...wanted, createdAt: at, updatedAt: at };
  engine.state.metafields.push(field);
  return field;
}

export function deleteMetafield(engine: Engine, wanted: Pick<AppMetafield, "owner" | "namespace" | "key">): boolean {
  const known = metafieldAt(engine, wanted);
  engine.state.metafields = engine.state.metafields.filter((field) => field !== known);
  return known !== undefined;
}

/** To be called with the owners of what was written or deleted: once each, the webhook of its change goes out. */
export function ownersChanged(engine: Engine, owners: readonly string[]): void {
  engine.changed();
  if (!METAFIELD_CHANGES_UPDATE_THE_OWNER) return;
  for (const owner of new Set(owners)) {
    const product = engine.state.products.find((known) => gid("Product", known.id) === owner);
    if (product) {
      product.updatedAt = engine.now();
      engine.send("products/update", productPayload(engine, product));
    }
    const order = engine.state.orders.find((known) => gid("Order", known.id) === owner);
    if (order) {
      order.updatedAt = engine.now();
      engine.send("orders/updated", orderPayload(engine, order));
    }
  }
}

/** Whether the shop has what a global id names as a metafield's owner. */
export function isOwner({ state, shop }: Engine, id: string): boolean {
  const parsed = parseGid(id);
  switch (parsed?.type) {
    case "Product":
      return state.products.some((product) => product.id === parsed.id);
    case "ProductVariant":
      return state.products.some(({ variants }) => variants.some((variant) => variant.id === parsed.id));
    case "Collection":
      return state.collections.some((collection) => collection.id === parsed.id);
    case "Customer":
      return state.customers.some((customer) => customer.id === parsed.id);
    case "Order":
      return state.orders.some((order) => order.id === parsed.id);
    case "AppInstallation":
      return state.installation?.id === parsed.id;
    case "Shop":
      return parsed.id === shop.id;
    default:
      return false;
  }
}
