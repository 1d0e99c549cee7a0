import type { Instant } from "#app/core/values/instant.ts";
import type { WebhookDelivery } from "../webhooks/webhook-delivery.ts";
import type { StoredCheckout } from "./checkout.ts";
import type { Customer } from "./customer.ts";
import type { AccessToken, Installation } from "./installation.ts";
import type { Order } from "./order.ts";
import type { SandboxProduct, StoredProduct } from "./product.ts";

/** Everything the shop knows, as it stands in the snapshot file. */
export interface State {
  readonly version: 1;
  readonly ids: Record<string, number>;
  products: StoredProduct[];
  readonly checkouts: Record<string, StoredCheckout>;
  readonly orders: Order[];
  readonly customers: Customer[];
  installation: Installation | undefined;
  tokens: AccessToken[];
  /** Newest last; the latest of those delivered or given up are kept to be shown. */
  outbox: WebhookDelivery[];
}

/** A shop that has sold nothing yet and has no app. */
export function openingState(catalogue: readonly SandboxProduct[], now: Instant): State {
  return {
    version: 1,
    ids: {},
    products: catalogue
      .map((product) => ({
        ...product,
        createdAt: now,
        updatedAt: now,
        variants: product.variants.map((variant) => ({ ...variant, updatedAt: now })),
      }))
      .sort((left, right) => left.bestSellerRank - right.bestSellerRank),
    checkouts: {},
    orders: [],
    customers: [],
    installation: undefined,
    tokens: [],
    outbox: [],
  };
}
