import type { Acceptance } from "#app/core/acceptance/acceptance.ts";
import type { OrderId, ProductId, PurchaseReference, RuleId, VariantId } from "#app/core/values/ids.ts";
import { GBP, someAcceptance } from "./builders.ts";
import { page } from "./loopback-shopify.ts";

const set = (pounds: number) => ({ shopMoney: { amount: pounds.toFixed(2), currencyCode: "GBP" } });

/** What happened to an order, as its Admin API answer tells it; amounts in pounds. */
export interface OrderStory {
  readonly id: string;
  readonly token?: string | null;
  /** Our app added two cakestands at £10.84 each. */
  readonly upsold?: boolean;
  /** Each of so many cakestands. */
  readonly refunds?: readonly number[];
  readonly cancelled?: boolean;
  /** Seconds after noon: grows with each thing that happens. */
  readonly changes?: number;
  /** Attributes of the cart that it was, and of the first line. */
  readonly attributes?: readonly { readonly key: string; readonly value: string }[];
  readonly lineAttributes?: readonly { readonly key: string; readonly value: string }[];
  readonly codes?: readonly string[];
  /** Where it was sold, as Shopify names it: the online store unless told. */
  readonly source?: string | null;
  /** Whose it is, as Shopify tells it. */
  readonly customer?: { readonly id: string; readonly tags?: readonly string[]; readonly orders?: number };
  readonly paid?: "PAID" | "PENDING" | "AUTHORIZED" | "PARTIALLY_PAID" | "PARTIALLY_REFUNDED" | "REFUNDED" | "VOIDED";
}

const UPSOLD_LINE = "902";
const UPSOLD_VARIANT = "2002";
export const UPSOLD_MINOR = 2_168;

export function orderNode(story: OrderStory) {
  const { id, token = `token-${id}`, upsold, refunds = [], cancelled, changes = 0, customer, paid = "PAID" } = story;
  const { attributes = [], lineAttributes = [], codes = [], source = "web" } = story;
  const gid = (kind: string, number: string) => `gid://shopify/${kind}/${number}`;
  const line = (number: string, variant: string, quantity: number) => ({
    id: gid("LineItem", number),
    title: `Line ${number}`,
    quantity,
    currentQuantity: quantity,
    variant: { id: gid("ProductVariant", variant) },
    product: { id: gid("Product", variant.replace(/^2/, "1")) },
    customAttributes: number === "901" ? lineAttributes : [],
  });
  /** VAT of 20 % on top, as the shop's prices are without it. */
  const sale = (number: string, quantity: number, each: number) => ({
    actionType: "ORDER",
    lineType: "PRODUCT",
    quantity,
    totalAmount: set(quantity * each * 1.2),
    totalTaxAmount: set(quantity * each * 0.2),
    lineItem: { id: gid("LineItem", number) },
  });
  const shipping = {
    actionType: "ORDER",
    lineType: "SHIPPING",
    quantity: 1,
    totalAmount: set(0),
    totalTaxAmount: set(0),
  };
  return {
    id: gid("Order", id),
    name: `#${id}`,
    createdAt: "2026-11-21T12:00:00Z",
    updatedAt: new Date(Date.parse("2026-11-21T12:00:00Z") + changes * 1_000).toISOString(),
    cancelledAt: cancelled ? "2026-11-21T13:00:00Z" : null,
    checkoutToken: token,
    sourceName: source,
    customAttributes: attributes,
    discountCodes: codes,
    currencyCode: "GBP",
    taxesIncluded: false,
    paymentGatewayNames: ["bogus"],
    presentmentCurrencyCode: "GBP",
    requiresShipping: true,
    transactions: [
      {
        gateway: "bogus",
        manualPaymentGateway: false,
        paymentDetails: { __typename: "CardPaymentDetails", paymentMethodName: "bogus", wallet: null },
      },
    ],
    displayFinancialStatus: paid,
    currentSubtotalPriceSet: set(upsold ? 42.08 : 20.4),
    customer: customer
      ? { id: gid("Customer", customer.id), tags: customer.tags ?? [], numberOfOrders: String(customer.orders ?? 1) }
      : null,
    totalPriceSet: set(upsold ? 42.08 : 20.4),
    totalOutstandingSet: set(0),
    lineItems: page([line("901", "2001", 2), ...(upsold ? [line(UPSOLD_LINE, UPSOLD_VARIANT, 2)] : [])]),
    agreements: page([
      {
        happenedAt: "2026-11-21T12:00:00Z",
        app: { id: gid("App", "580111") },
        sales: page([sale("901", 2, 10.2), shipping]),
      },
      ...(upsold
        ? [
            {
              happenedAt: "2026-11-21T12:01:00Z",
              app: { id: gid("App", "77") },
              sales: page([sale(UPSOLD_LINE, 2, 10.84), shipping]),
            },
          ]
        : []),
    ]),
    refunds: refunds.map((pieces, index) => ({
      id: gid("Refund", `${id}${index}`),
      createdAt: "2026-11-21T12:30:00Z",
      refundLineItems: page([
        {
          quantity: pieces,
          lineItem: { id: gid("LineItem", UPSOLD_LINE) },
          subtotalSet: set(pieces * 10.84),
          totalTaxSet: set(pieces * 10.84 * 0.2),
        },
      ]),
    })),
  };
}

/** The yes that an upsold order's line came of. */
export function upsoldAcceptance(order: OrderId, overrides: Partial<Acceptance> = {}): Acceptance {
  const sold = { minor: UPSOLD_MINOR, currency: GBP };
  return someAcceptance({
    reference: `token-${order}` as PurchaseReference,
    rule: "cakestand" as RuleId,
    items: [{ product: "1002" as ProductId, variant: UPSOLD_VARIANT as VariantId, quantity: 2, amount: sold }],
    jti: `jti-${order}`,
    ...overrides,
  });
}
