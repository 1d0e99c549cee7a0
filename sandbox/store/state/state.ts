import type { WebhookDelivery } from "../webhooks/webhook-delivery.ts";
import type { StoredCart } from "./cart.ts";
import type { StoredCheckout } from "./checkout.ts";
import type { StoredCollection } from "./collection.ts";
import type { Customer } from "./customer.ts";
import type { StoredDiscount } from "./discount.ts";
import type { AccessToken, Installation } from "./installation.ts";
import type { AppMetafield, MetafieldDefinition } from "./metafield.ts";
import type { Order } from "./order.ts";
import type { Placement } from "./placement.ts";
import type { StoredProduct } from "./product.ts";

/** Everything the shop knows, as it stands in the snapshot file. */
export interface State {
  readonly version: 3;
  readonly ids: Record<string, number>;
  products: StoredProduct[];
  collections: StoredCollection[];
  readonly carts: Record<string, StoredCart>;
  readonly checkouts: Record<string, StoredCheckout>;
  readonly orders: Order[];
  customers: Customer[];
  /** In the order they were made. */
  discounts: StoredDiscount[];
  /** What apps wrote through the API. */
  metafields: AppMetafield[];
  metafieldDefinitions: MetafieldDefinition[];
  placements: Placement[];
  /** Customer accounts that are signed in: session → customer. */
  readonly sessions: Record<string, number>;
  installation: Installation | undefined;
  tokens: AccessToken[];
  /** Newest last; the latest of those delivered or given up are kept to be shown. */
  outbox: WebhookDelivery[];
}
