import { adminDocument, type Page, type ShopMoney } from "./document.ts";
import type { CustomerNode } from "./read-customer.graphql.ts";

const LINES = `
  pageInfo { hasNextPage endCursor }
  nodes {
    id
    title
    quantity
    currentQuantity
    variant { id }
    product { id }
    customAttributes { key value }
  }
`;

const SALES = `
  pageInfo { hasNextPage endCursor }
  nodes {
    actionType
    lineType
    quantity
    totalAmount { shopMoney { amount currencyCode } }
    totalTaxAmount { shopMoney { amount currencyCode } }
    ... on ProductSale { lineItem { id } }
  }
`;

const AGREEMENTS = `
  pageInfo { hasNextPage endCursor }
  nodes { happenedAt app { id } sales(first: 100) { ${SALES} } }
`;

const REFUND_LINES = `
  pageInfo { hasNextPage endCursor }
  nodes {
    quantity
    lineItem { id }
    subtotalSet { shopMoney { amount currencyCode } }
    totalTaxSet { shopMoney { amount currencyCode } }
  }
`;

/**
 * The order and the first page of everything in it. Needs read_orders; orders older than 60 days read_all_orders; the
 * customer read_customers, without which the whole question would be refused.
 */
export const READ_ORDER = adminDocument<
  ReadOrderData,
  { readonly id: string; readonly withCustomer: boolean }
>(`#graphql
  query EncoreReadOrder($id: ID!, $withCustomer: Boolean!) {
    order(id: $id) {
      id
      name
      createdAt
      updatedAt
      cancelledAt
      checkoutToken
      sourceName
      customAttributes { key value }
      discountCodes
      currencyCode
      taxesIncluded
      paymentGatewayNames
      presentmentCurrencyCode
      requiresShipping
      transactions(first: 3) {
        gateway
        manualPaymentGateway
        paymentDetails {
          __typename
          ... on BasePaymentDetails { paymentMethodName }
          ... on CardPaymentDetails { wallet }
        }
      }
      displayFinancialStatus
      currentSubtotalPriceSet { shopMoney { amount currencyCode } }
      customer @include(if: $withCustomer) { id tags numberOfOrders }
      totalPriceSet { shopMoney { amount currencyCode } }
      totalOutstandingSet { shopMoney { amount currencyCode } }
      lineItems(first: 100) { ${LINES} }
      agreements(first: 5) { ${AGREEMENTS} }
      refunds { id createdAt refundLineItems(first: 50) { ${REFUND_LINES} } }
    }
  }
`);

export const READ_MORE_LINES = adminDocument<
  { readonly order: { readonly lineItems: Page<LineNode> } | null },
  { readonly id: string; readonly after: string | null }
>(`#graphql
  query EncoreReadMoreLines($id: ID!, $after: String) {
    order(id: $id) { lineItems(first: 250, after: $after) { ${LINES} } }
  }
`);

export const READ_MORE_AGREEMENTS = adminDocument<
  { readonly order: { readonly agreements: Page<AgreementNode> } | null },
  { readonly id: string; readonly after: string | null; readonly most: number }
>(`#graphql
  query EncoreReadMoreAgreements($id: ID!, $after: String, $most: Int!) {
    order(id: $id) { agreements(first: $most, after: $after) { ${AGREEMENTS} } }
  }
`);

/** The sales of the one agreement that follows the cursor `agreement` (null: of the first one). */
export const READ_MORE_SALES = adminDocument<
  { readonly order: { readonly agreements: { readonly nodes: readonly { readonly sales: Page<SaleNode> }[] } } | null },
  { readonly id: string; readonly agreement: string | null; readonly after: string | null }
>(`#graphql
  query EncoreReadMoreSales($id: ID!, $agreement: String, $after: String) {
    order(id: $id) {
      agreements(first: 1, after: $agreement) { nodes { sales(first: 250, after: $after) { ${SALES} } } }
    }
  }
`);

export const READ_MORE_REFUND_LINES = adminDocument<
  { readonly node: { readonly refundLineItems?: Page<RefundLineNode> } | null },
  { readonly id: string; readonly after: string | null }
>(`#graphql
  query EncoreReadMoreRefundLines($id: ID!, $after: String) {
    node(id: $id) { ... on Refund { refundLineItems(first: 250, after: $after) { ${REFUND_LINES} } } }
  }
`);

interface ReadOrderData {
  readonly order: OrderNode | null;
}

export interface OrderNode {
  readonly id: string;
  readonly name: string;
  readonly createdAt: string;
  readonly updatedAt: string;
  readonly cancelledAt: string | null;
  /** Null when the order was not made in a checkout: a draft order, an import, another app. */
  readonly checkoutToken: string | null;
  /** Where it was sold. */
  readonly sourceName: string | null;
  /** Of the cart that it was. */
  readonly customAttributes: readonly AttributeNode[];
  readonly discountCodes: readonly string[];
  readonly currencyCode: string;
  /** Whether prices and subtotals have their tax in them. */
  readonly taxesIncluded: boolean;
  readonly paymentGatewayNames: readonly string[];
  readonly presentmentCurrencyCode: string;
  readonly requiresShipping: boolean;
  /** The first three: how the order was paid, before what was paid later. */
  readonly transactions: readonly TransactionNode[];
  readonly displayFinancialStatus: FinancialStatus | null;
  /** Of the lines, after discounts and what was taken back; with tax where `taxesIncluded`. */
  readonly currentSubtotalPriceSet: ShopMoney;
  /** Null when Shopify knows of none; absent when it was not asked. */
  readonly customer?: CustomerNode | null;
  readonly totalPriceSet: ShopMoney;
  readonly totalOutstandingSet: ShopMoney;
  readonly lineItems: Page<LineNode>;
  readonly agreements: Page<AgreementNode>;
  readonly refunds: readonly RefundNode[];
}

export interface TransactionNode {
  readonly gateway: string | null;
  readonly manualPaymentGateway: boolean | null;
  /** Null where Shopify has none: gift cards, what is paid by hand. */
  readonly paymentDetails: {
    readonly __typename: string;
    readonly paymentMethodName: string | null;
    /** Of cards only. */
    readonly wallet?: string | null;
  } | null;
}

export type FinancialStatus =
  | "AUTHORIZED"
  | "EXPIRED"
  | "PAID"
  | "PARTIALLY_PAID"
  | "PARTIALLY_REFUNDED"
  | "PENDING"
  | "REFUNDED"
  | "VOIDED";

export interface LineNode {
  readonly id: string;
  readonly title: string;
  /** Refunded and removed pieces included. */
  readonly quantity: number;
  /** Without them. */
  readonly currentQuantity: number;
  /** Null when the variant was deleted, and for custom lines. */
  readonly variant: { readonly id: string } | null;
  readonly product: { readonly id: string } | null;
  readonly customAttributes: readonly AttributeNode[];
}

export interface AttributeNode {
  readonly key: string;
  readonly value: string | null;
}

export interface AgreementNode {
  readonly happenedAt: string;
  readonly app: { readonly id: string } | null;
  readonly sales: Page<SaleNode>;
}

export interface SaleNode {
  readonly actionType: "ORDER" | "RETURN" | "UPDATE" | "UNKNOWN";
  readonly lineType: string;
  readonly quantity: number | null;
  /** After discounts, tax included. */
  readonly totalAmount: ShopMoney;
  readonly totalTaxAmount: ShopMoney;
  readonly lineItem?: { readonly id: string };
}

export interface RefundNode {
  readonly id: string;
  readonly createdAt: string | null;
  readonly refundLineItems: Page<RefundLineNode>;
}

export interface RefundLineNode {
  readonly quantity: number;
  readonly lineItem: { readonly id: string };
  /** Tax included where the order's `taxesIncluded` says so. */
  readonly subtotalSet: ShopMoney;
  readonly totalTaxSet: ShopMoney;
}
