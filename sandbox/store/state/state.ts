import type { WebhookDelivery } from "../webhooks/webhook-delivery.ts";
import type { StoredCheckout } from "./checkout.ts";
import type { StoredCollection } from "./collection.ts";
import type { Customer } from "./customer.ts";
import type { AccessToken, Installation } from "./installation.ts";
import type { Order } from "./order.ts";
import type { StoredProduct } from "./product.ts";

/** Everything the shop knows, as it stands in the snapshot file. */
export interface State {
  readonly version: 2;
  readonly ids: Record<string, number>;
  products: StoredProduct[];
  collections: StoredCollection[];
  readonly checkouts: Record<string, StoredCheckout>;
  readonly orders: Order[];
  customers: Customer[];
  installation: Installation | undefined;
  tokens: AccessToken[];
  /** Newest last; the latest of those delivered or given up are kept to be shown. */
  outbox: WebhookDelivery[];
}
