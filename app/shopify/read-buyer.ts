import type { CustomerOrder } from "#app/core/facts/customer-order.ts";
import type { OrderId, ProductId, PurchaseReference } from "#app/core/values/ids.ts";
import { idOfGid } from "./gid.ts";
import type { FinancialStatus, LineNode, OrderNode } from "./graphql/read-order.graphql.ts";
import { type CustomerAsRead, customerOf } from "./read-customer.ts";
import { readInstant } from "./read-instant.ts";
import { readShopMoney } from "./read-money.ts";

/** Who bought, and what this order is in their history. */
export interface Buyer {
  readonly customer: CustomerAsRead;
  readonly order: CustomerOrder;
}

/** Undefined when Shopify knows no customer of the order, or was not asked. `lines` are all of the order's. */
export function buyerOf(
  node: OrderNode,
  lines: readonly LineNode[],
  { id, reference }: { readonly id: OrderId; readonly reference?: PurchaseReference },
): Buyer | undefined {
  if (!node.customer) return undefined;
  const customer = customerOf(node.customer);
  return {
    customer,
    order: {
      id,
      customer: customer.id,
      past: {
        reference: reference ?? withoutCheckout(id),
        at: readInstant(node.createdAt),
        subtotal: readShopMoney(node.currentSubtotalPriceSet),
        products: productsOn(lines),
      },
      counts: node.cancelledAt === null && node.displayFinancialStatus !== null && IS_PAID[node.displayFinancialStatus],
      isCancelled: node.cancelledAt !== null,
      updatedAt: readInstant(node.updatedAt),
    },
  };
}

/** No purchase has such a reference: an order of the point of sale or an import is never the one that is decided for. */
const withoutCheckout = (id: OrderId) => `order ${id}` as PurchaseReference;

/**
 * Something was paid and not all of it given back. A payment that is only authorised counts once it is captured:
 * orders/paid tells. https://shopify.dev/docs/api/admin-graphql/2026-10/enums/OrderDisplayFinancialStatus
 */
const IS_PAID: Readonly<Record<FinancialStatus, boolean>> = {
  PAID: true,
  PARTIALLY_PAID: true,
  PARTIALLY_REFUNDED: true,
  AUTHORIZED: false,
  EXPIRED: false,
  PENDING: false,
  REFUNDED: false,
  VOIDED: false,
};

function productsOn(lines: readonly LineNode[]): ProductId[] {
  const bought = lines.filter(({ currentQuantity }) => currentQuantity > 0);
  return [...new Set(bought.flatMap(({ product }) => (product ? [idOfGid("Product", product.id)] : [])))];
}
