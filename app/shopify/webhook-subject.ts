import type { CollectionId, CustomerId, OrderId, ProductId } from "#app/core/values/ids.ts";
import type { WebhookTopic } from "./webhook-topics.ts";

/** What a webhook is about: which thing to read again, never what the payload says of it (it may be hours old). */
export type WebhookSubject =
  | { readonly about: "order"; readonly order: OrderId }
  | { readonly about: "product"; readonly product: ProductId }
  | { readonly about: "stock"; readonly inventoryItem: string }
  | { readonly about: "cost"; readonly inventoryItem: string }
  | { readonly about: "collection"; readonly collection: CollectionId }
  | { readonly about: "customer"; readonly customer: CustomerId }
  | { readonly about: "uninstalled" }
  | { readonly about: "scopes" }
  | { readonly about: "shop" }
  | { readonly about: "customer-data"; readonly customer?: CustomerId; readonly request?: string }
  | { readonly about: "customer-erasure"; readonly customer?: CustomerId; readonly orders: readonly OrderId[] }
  | { readonly about: "shop-erasure" };

/** Undefined when the payload lacks the id it must have. */
export function subjectOf(topic: WebhookTopic, payload: unknown): WebhookSubject | undefined {
  switch (topic) {
    case "orders/create":
    case "orders/paid":
    case "orders/updated":
    case "orders/cancelled":
      return aboutOrder(idAt(payload, "id"));
    case "orders/edited":
      return aboutOrder(idAt(payload, "order_edit", "order_id"));
    case "refunds/create":
      return aboutOrder(idAt(payload, "order_id"));
    case "products/create":
    case "products/update":
    case "products/delete": {
      const product = idAt<ProductId>(payload, "id");
      return product === undefined ? undefined : { about: "product", product };
    }
    case "inventory_levels/update": {
      const inventoryItem = idAt(payload, "inventory_item_id");
      return inventoryItem === undefined ? undefined : { about: "stock", inventoryItem };
    }
    case "inventory_items/update": {
      const inventoryItem = idAt(payload, "id");
      return inventoryItem === undefined ? undefined : { about: "cost", inventoryItem };
    }
    case "collections/update":
    case "collections/delete": {
      const collection = idAt<CollectionId>(payload, "id");
      return collection === undefined ? undefined : { about: "collection", collection };
    }
    case "customers/update":
      return aboutCustomer(idAt(payload, "id"));
    case "customer.tags_added":
    case "customer.tags_removed":
      return aboutCustomer(idAt(payload, "customerId"));
    case "app/uninstalled":
      return { about: "uninstalled" };
    case "app/scopes_update":
      return { about: "scopes" };
    case "shop/update":
      return { about: "shop" };
    case "customers/data_request":
      return { about: "customer-data", ...customerIn(payload), ...requestIn(payload) };
    case "customers/redact":
      return { about: "customer-erasure", ...customerIn(payload), orders: idsAt<OrderId>(payload, "orders_to_redact") };
    case "shop/redact":
      return { about: "shop-erasure" };
  }
}

function aboutOrder(order: string | undefined): WebhookSubject | undefined {
  return order === undefined ? undefined : { about: "order", order: order as OrderId };
}

function aboutCustomer(customer: string | undefined): WebhookSubject | undefined {
  return customer === undefined ? undefined : { about: "customer", customer: customer as CustomerId };
}

function customerIn(payload: unknown): { readonly customer?: CustomerId } {
  const customer = idAt<CustomerId>(payload, "customer", "id");
  return customer === undefined ? {} : { customer };
}

function requestIn(payload: unknown): { readonly request?: string } {
  const request = idAt(payload, "data_request", "id");
  return request === undefined ? {} : { request };
}

function idAt<Id extends string = string>(payload: unknown, ...path: readonly string[]): Id | undefined {
  return numericId<Id>(path.reduce(fieldOf, payload));
}

function idsAt<Id extends string>(payload: unknown, field: string): Id[] {
  const list = fieldOf(payload, field);
  return Array.isArray(list) ? list.flatMap((id) => numericId<Id>(id) ?? []) : [];
}

function fieldOf(value: unknown, name: string): unknown {
  return typeof value === "object" && value !== null && Object.hasOwn(value, name)
    ? (value as Record<string, unknown>)[name]
    : undefined;
}

/** Webhooks give ids as JSON numbers, whole and below 2^53; those about tags as "gid://shopify/Customer/7". */
function numericId<Id extends string>(id: unknown): Id | undefined {
  const given = typeof id === "string" ? id.replace(/^gid:\/\/shopify\/[A-Za-z]+\//, "") : id;
  const text = typeof given === "number" && Number.isSafeInteger(given) ? String(given) : given;
  return typeof text === "string" && /^\d{1,20}$/.test(text) ? (text as Id) : undefined;
}
