import type { Currency } from "#app/core/values/currency.ts";
import { type Money, zero } from "#app/core/values/money.ts";
import { taxLinesTogether } from "../../checkout/taxes.ts";
import type { Engine } from "../../engine.ts";
import { isoSeconds } from "../../iso-time.ts";
import { amountsOf, beforeDiscount, financialStatusOf } from "../../orders/amounts.ts";
import { ONLINE_STORE_APP_ID } from "../../state/ids.ts";
import type { Order } from "../../state/order.ts";
import { addressPayload, customerPayload } from "./customer.ts";
import { bookedText, moneySet } from "./money-set.ts";
import { linePayload, taxLinePayloads } from "./order-line.ts";
import { refundPayload } from "./refund.ts";

/** orders/create, orders/paid, orders/updated and orders/cancelled: the order as REST writes it. */
export function orderPayload(engine: Engine, order: Order): Readonly<Record<string, unknown>> {
  const cancelledAt = order.cancelledAt === undefined ? null : isoSeconds(order.cancelledAt);
  const customer = engine.state.customers.find(({ id }) => id === order.customerId);
  const address = order.shippingAddress ? addressPayload(order.shippingAddress) : null;
  return {
    id: order.id,
    admin_graphql_api_id: `gid://shopify/Order/${order.id}`,
    app_id: ONLINE_STORE_APP_ID,
    billing_address: address,
    browser_ip: "127.0.0.1",
    buyer_accepts_marketing: false,
    cancel_reason: order.cancelReason ?? null,
    cancelled_at: cancelledAt,
    cart_token: order.cartToken,
    checkout_token: order.checkoutToken,
    client_details: null,
    closed_at: null,
    confirmation_number: order.confirmationNumber,
    confirmed: true,
    contact_email: order.email,
    created_at: isoSeconds(order.createdAt),
    currency: order.currency,
    customer: customer ? customerPayload(engine, customer, order.shippingAddress) : null,
    customer_locale: order.language,
    device_id: null,
    discount_applications: order.discounts.map(({ kind, code, title, value, valueType, target, selection }) => ({
      allocation_method: valueType === "percentage" ? "across" : "each",
      target_selection: selection,
      target_type: target,
      ...(kind === "code" ? { code } : { title }),
      type: kind === "code" ? "discount_code" : kind,
      value: String(value),
      value_type: valueType,
    })),
    discount_codes: order.discountCodes.map(({ code, amount, type }) => ({ code, amount: bookedText(amount), type })),
    duties_included: false,
    email: order.email,
    estimated_taxes: false,
    financial_status: financialStatusOf(order).toLowerCase(),
    fulfillment_status: null,
    fulfillments: [],
    landing_site: "/",
    landing_site_ref: null,
    line_item_groups: [],
    line_items: order.lines.map((line) => linePayload(engine, order, line)),
    location_id: null,
    merchant_business_entity_id: "MTY4MjIwOTExODQy",
    merchant_of_record_app_id: null,
    name: order.name,
    note: order.note || null,
    note_attributes: order.attributes.map(({ key, value }) => ({ name: key, value })),
    number: order.number - 1000,
    order_number: order.number,
    order_status_url: `${engine.address}/orders/${order.checkoutToken}`,
    payment_gateway_names: [order.gateway],
    payment_terms: null,
    phone: null,
    po_number: null,
    presentment_currency: order.presentmentCurrency,
    processed_at: isoSeconds(order.processedAt),
    reference: null,
    referring_site: null,
    refunds: order.refunds.map((refund) => refundPayload(engine, order, refund)),
    returns: [],
    shipping_address: address,
    shipping_lines: shippingPayloads(order),
    source_identifier: null,
    source_name: "web",
    source_url: null,
    tags: order.tags.join(", "),
    tax_exempt: false,
    tax_lines: taxLinePayloads(
      order,
      taxLinesTogether([...order.lines, ...order.shippingLines].flatMap((line) => line.taxLines)),
    ),
    taxes_included: engine.shop.taxesIncluded,
    test: true,
    token: order.cartToken,
    total_weight: 0,
    updated_at: isoSeconds(order.updatedAt),
    user_id: null,
    ...totalsPayload(order),
  };
}

function totalsPayload(order: Order) {
  const sums = amountsOf(order);
  const none = zero(order.currency as Currency);
  const set = (amount: Money) => moneySet(amount, order.presentmentCurrency);
  const pair = <Name extends string>(name: Name, amount: Money) => ({
    [name]: bookedText(amount),
    [`${name}_set`]: set(amount),
  });
  return {
    ...pair("current_subtotal_price", sums.subtotalNow),
    ...pair("current_total_discounts", sums.discounts),
    ...pair("current_total_price", sums.totalNow),
    ...pair("current_total_tax", sums.taxNow),
    ...pair("subtotal_price", sums.subtotal),
    ...pair("total_discounts", sums.discounts),
    ...pair("total_line_items_price", { ...sums.subtotal, minor: sums.subtotal.minor + sums.discounts.minor }),
    ...pair("total_price", sums.total),
    ...pair("total_tax", sums.tax),
    current_shipping_price_set: set(sums.shippingNow),
    current_total_additional_fees_set: null,
    current_total_duties_set: null,
    original_total_additional_fees_set: null,
    original_total_duties_set: null,
    total_cash_rounding_payment_adjustment_set: set(none),
    total_cash_rounding_refund_adjustment_set: set(none),
    total_outstanding: bookedText(sums.outstanding),
    total_shipping_price_set: set(sums.shipping),
    total_tip_received: bookedText(none),
  };
}

function shippingPayloads(order: Order) {
  const set = (amount: Money) => moneySet(amount, order.presentmentCurrency);
  return order.shippingLines.map((line) => ({
    id: line.id,
    carrier_identifier: null,
    code: line.title,
    current_discounted_price_set: set(line.price),
    discount_allocations: line.discount
      ? [
          {
            amount: bookedText(line.discount.amount),
            amount_set: set(line.discount.amount),
            discount_application_index: line.discount.application,
          },
        ]
      : [],
    discounted_price: bookedText(line.price),
    discounted_price_set: set(line.price),
    is_removed: false,
    phone: null,
    price: bookedText(beforeDiscount(line)),
    price_set: set(beforeDiscount(line)),
    requested_fulfillment_service_id: null,
    source: "shopify",
    tax_lines: taxLinePayloads(order, line.taxLines),
    title: line.title,
  }));
}
