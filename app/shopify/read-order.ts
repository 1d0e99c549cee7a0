import type { OrderAsRead, OrderLine, OrderRefund } from "#app/core/attribution/attribution.ts";
import { MARK_ATTRIBUTE, type Mark, parseMark } from "#app/core/extract/mark.ts";
import type { OrderId, PurchaseReference } from "#app/core/values/ids.ts";
import { minus } from "#app/core/values/money.ts";
import type { Admin } from "./admin-client.ts";
import { gidOf, idOfGid } from "./gid.ts";
import {
  type AgreementNode,
  type AttributeNode,
  type LineNode,
  type OrderNode,
  READ_ORDER,
  type RefundLineNode,
  type RefundNode,
  type SaleNode,
} from "./graphql/read-order.graphql.ts";
import { paymentOf } from "./payment-of.ts";
import { type Buyer, buyerOf } from "./read-buyer.ts";
import { CUSTOMERS_SCOPE } from "./read-customer.ts";
import { readInstant } from "./read-instant.ts";
import { readCurrency, readShopMoney } from "./read-money.ts";
import { readAllAgreements, readAllLines, readAllRefundLines } from "./read-order-pages.ts";

export type OrderReading =
  /** `buyer` is absent where Shopify knows no customer, or the app may not read customers. */
  | { readonly kind: "read"; readonly order: OrderAsRead; readonly buyer?: Buyer }
  /** A draft order, an import, another channel: no checkout, so no page of ours after it. */
  | { readonly kind: "not-from-checkout"; readonly buyer?: Buyer }
  /** Shopify has no such order: deleted, or so new that it is not there to be read yet. */
  | { readonly kind: "gone" };

/** The second is the id that the Online Store has as an app. */
const ONLINE_STORE = ["web", "580111"];
/**
 * What does not go through the online store's checkout, as Shopify names it.
 * https://shopify.dev/docs/api/admin-rest/latest/resources/order, `source_name`
 */
const ELSEWHERE = ["pos", "iphone", "android", "shopify_draft_order"];
/** So begin the names of a subscription's renewals: https://community.shopify.dev/t/23868 (2025-10), they are no enum. */
const RENEWAL = "subscription_contract";

/** Undefined where Shopify names nothing, or an app by its id: some lead to the checkout, some have none. */
function isFromOnlineStore(source: string | null): boolean | undefined {
  if (source === null) return undefined;
  if (ONLINE_STORE.includes(source)) return true;
  return ELSEWHERE.includes(source) || source.startsWith(RENEWAL) ? false : undefined;
}

/** The whole order, every page of it, read again. `appId` is our app's own and `scopes` what was granted, from `readShop`. */
export async function readOrder(
  admin: Admin,
  id: OrderId,
  { appId, scopes }: { readonly appId: string; readonly scopes: readonly string[] },
): Promise<OrderReading> {
  const withCustomer = scopes.includes(CUSTOMERS_SCOPE);
  const { order } = await admin.ask(READ_ORDER, { id: gidOf("Order", id), withCustomer });
  if (!order) return { kind: "gone" };
  const reference = purchaseReferenceOf(order);
  const lines = await readAllLines(admin, order);
  const buyer = buyerOf(order, lines, { id, ...(reference && { reference }) });
  if (!reference) return { kind: "not-from-checkout", ...(buyer && { buyer }) };
  const agreements = await readAllAgreements(admin, order);
  const isOurs = ({ app }: AgreementNode) => app !== null && idOfGid("App", app.id) === appId;
  const refunds = await readAllRefundLines(admin, order.refunds);
  const [paymentGateway] = order.paymentGatewayNames;
  const soldOnline = isFromOnlineStore(order.sourceName);
  return {
    kind: "read",
    order: {
      id,
      name: order.name,
      reference,
      createdAt: readInstant(order.createdAt),
      updatedAt: readInstant(order.updatedAt),
      ...(order.cancelledAt !== null && { cancelledAt: readInstant(order.cancelledAt) }),
      currency: readCurrency(order.currencyCode),
      total: readShopMoney(order.totalPriceSet),
      outstanding: readShopMoney(order.totalOutstandingSet),
      lines: lines.map(lineOf),
      addedByUs: agreements.filter(isOurs).flatMap((agreement) => addedBy(agreement, ADDED)),
      bought: agreements.filter((agreement) => !isOurs(agreement)).flatMap((agreement) => addedBy(agreement, BOUGHT)),
      ...markIn(order),
      discountCodes: order.discountCodes,
      refunds: refunds.map((refund) => refundOf(refund, order)),
      ...(paymentGateway && { paymentGateway }),
      ...paymentOf(order),
      presentmentCurrency: readCurrency(order.presentmentCurrencyCode),
      needsShipping: order.requiresShipping,
      ...(soldOnline !== undefined && { isFromOnlineStore: soldOnline }),
    },
    ...(buyer && { buyer }),
  };
}

/**
 * What ties an order to the page that came before it. Shopify does not document that the page's `referenceId` is the
 * order's checkout token; every public account says so. If a development store tells otherwise, only this changes.
 */
function purchaseReferenceOf({ checkoutToken }: Pick<OrderNode, "checkoutToken">): PurchaseReference | undefined {
  return checkoutToken ? (checkoutToken as PurchaseReference) : undefined;
}

function lineOf({ id, title, product, variant, quantity, customAttributes }: LineNode): OrderLine {
  return {
    id: idOfGid("LineItem", id),
    title,
    ...(product && { product: idOfGid("Product", product.id) }),
    ...(variant && { variant: idOfGid("ProductVariant", variant.id) }),
    quantity,
    ...markIn({ customAttributes }),
  };
}

/** Which of our offers the line, or the whole order, came from; anybody may write one, and what is none of ours is left. */
function markIn({ customAttributes }: { readonly customAttributes: readonly AttributeNode[] }): { mark?: Mark } {
  const text = customAttributes.find(({ key }) => key === MARK_ATTRIBUTE)?.value;
  const mark = text ? parseMark(text) : undefined;
  return mark ? { mark } : {};
}

type Action = SaleNode["actionType"];

/**
 * Shopify documents ORDER as a purchase and UPDATE as a change of one, and does not say which a line that an order edit
 * added is: either counts if it has pieces.
 */
const ADDED: ReadonlySet<Action> = new Set<Action>(["ORDER", "UPDATE"]);
const BOUGHT: ReadonlySet<Action> = new Set<Action>(["ORDER"]);

/** The products an agreement sold: not its shipping, and not what it took back. */
function addedBy({ happenedAt, sales }: AgreementNode, actions: ReadonlySet<Action>): OrderAsRead["addedByUs"] {
  return sales.nodes.flatMap(({ actionType, lineType, quantity, totalAmount, totalTaxAmount, lineItem }) =>
    actions.has(actionType) && lineType === "PRODUCT" && lineItem && (quantity ?? 0) > 0
      ? [
          {
            line: idOfGid("LineItem", lineItem.id),
            quantity: quantity ?? 0,
            amount: minus(readShopMoney(totalAmount), readShopMoney(totalTaxAmount)),
            at: readInstant(happenedAt),
          },
        ]
      : [],
  );
}

function refundOf({ id, createdAt, refundLineItems }: RefundNode, order: OrderNode): OrderRefund {
  return {
    id: idOfGid("Refund", id),
    at: readInstant(createdAt ?? order.updatedAt),
    lines: refundLineItems.nodes.map((line) => refundLineOf(line, order)),
  };
}

/** Before tax, as what was earned is. Source: shopify.dev/docs/api/admin-graphql/2026-10/objects/Order, `taxesIncluded`. */
function refundLineOf(
  { quantity, lineItem, subtotalSet, totalTaxSet }: RefundLineNode,
  { taxesIncluded }: Pick<OrderNode, "taxesIncluded">,
): OrderRefund["lines"][number] {
  const told = readShopMoney(subtotalSet);
  const subtotal = taxesIncluded ? minus(told, readShopMoney(totalTaxSet)) : told;
  return { line: idOfGid("LineItem", lineItem.id), quantity, subtotal };
}
