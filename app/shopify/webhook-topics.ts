/** The topics we subscribe to in shopify.app.toml, by the address they come to: /webhooks/<group>. */
export const WEBHOOK_TOPICS = {
  app: ["app/uninstalled", "app/scopes_update", "shop/update"],
  orders: ["orders/create", "orders/paid", "orders/updated", "orders/edited", "orders/cancelled", "refunds/create"],
  products: [
    "products/create",
    "products/update",
    "products/delete",
    "inventory_levels/update",
    "inventory_items/update",
    "collections/update",
    "collections/delete",
  ],
  customers: ["customers/update", "customer.tags_added", "customer.tags_removed"],
  compliance: ["customers/data_request", "customers/redact", "shop/redact"],
} as const;

export type WebhookGroup = keyof typeof WEBHOOK_TOPICS;
export type WebhookTopic = (typeof WEBHOOK_TOPICS)[WebhookGroup][number];

/** "ORDERS_PAID" or "CUSTOMER_TAGS_ADDED", as Shopify's library names it → "orders/paid"; undefined when the group does not take it. */
export function topicOf(libraryName: string, group: WebhookGroup): WebhookTopic | undefined {
  return WEBHOOK_TOPICS[group].find((topic) => topic.toUpperCase().replace(/[/.]/, "_") === libraryName);
}
