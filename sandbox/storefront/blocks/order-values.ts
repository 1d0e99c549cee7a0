import { minus, times } from "#app/core/values/money.ts";
import { amountsOf } from "../../store/orders/amounts.ts";
import type { Order, OrderLine } from "../../store/state/order.ts";
import type { Visit } from "../visit.ts";
import {
  allocationOf,
  buyerIdentityOf,
  instructionsFor,
  lineOf,
  localizationOf,
  moneyOf,
  privacyOf,
  shopOf,
} from "./api-shapes.ts";
import type { AuthenticationState } from "./authentication.ts";
import type { PlacedBlock } from "./block-slot.ts";
import { translationsFor } from "./ui-extension.ts";

/** What `shopify` holds on the thank-you page. https://shopify.dev/docs/api/checkout-ui-extensions/2026-07/targets/block/purchase-thank-you-block-render */
export function thankYouValues(visit: Visit, order: Order, block: PlacedBlock) {
  const { store, words } = visit;
  const first = store.customerHistory(order.customerId).orders <= 1;
  return {
    ...common(visit, order, block),
    lines: linesOf(visit, order).map((line) => ({ ...line, parentRelationship: null })),
    orderConfirmation: {
      order: { id: `gid://shopify/Order/${order.id}` },
      number: order.confirmationNumber,
      isFirstOrder: first,
    },
    instructions: instructionsFor(false),
    availablePaymentOptions: [],
    selectedPaymentOptions: [],
    deliveryGroups: [],
    buyerJourney: {
      completed: true,
      steps: [{ handle: "thank-you", label: words.confirmed, to: "", disabled: false }],
      activeStep: { handle: "thank-you" },
    },
  };
}

/** What `shopify` holds on the order status page. https://shopify.dev/docs/api/customer-account-ui-extensions/2026-07/targets/order-status */
export function orderStatusValues(visit: Visit, order: Order, block: PlacedBlock, state: AuthenticationState) {
  return {
    ...common(visit, order, block),
    lines: linesOf(visit, order),
    order: {
      id: `gid://shopify/Order/${order.id}`,
      name: order.name,
      confirmationNumber: order.confirmationNumber,
      processedAt: new Date(order.processedAt).toISOString(),
      ...(order.cancelledAt !== undefined && { cancelledAt: new Date(order.cancelledAt).toISOString() }),
    },
    authenticationState: state,
  };
}

function common(visit: Visit, order: Order, { extension, placement }: PlacedBlock) {
  const { store, url, words } = visit;
  const { subtotal, shipping, tax, total } = amountsOf(order);
  const context = { country: order.country, currency: order.presentmentCurrency, language: visit.language };
  return {
    cost: {
      subtotalAmount: moneyOf(subtotal),
      totalShippingAmount: moneyOf(shipping),
      totalTaxAmount: moneyOf(tax),
      totalAmount: moneyOf(total),
    },
    discountCodes: order.discounts.flatMap(({ code }) => (code === undefined ? [] : [{ code }])),
    discountAllocations: [],
    attributes: order.attributes,
    note: order.note || undefined,
    appMetafields: store.appMetafieldsFor(order.lines, extension.metafields),
    localization: localizationOf(visit, context, translationsFor(extension, words.locale).locale),
    checkoutToken: order.checkoutToken,
    checkoutSettings: { orderSubmission: "ORDER", shippingAddress: { isEditable: false } },
    appliedGiftCards: [],
    settings: placement.settings,
    shop: shopOf(store, url.origin),
    customerPrivacy: privacyOf(context, store.dials.protectedCustomerData > 0),
    ...buyerIdentityOf(visit, order.customerId, order.email),
  };
}

/** What is still on the order: pieces that went back are not. */
function linesOf({ store, url }: Visit, order: Order) {
  return order.lines.flatMap((line) => {
    if (line.currentQuantity === 0) return [];
    const product = store.product(line.productId);
    const variant = store.variant(line.variantId)?.variant;
    const off = line.discountAllocations.map(({ application, amount }) => {
      const named = order.discounts[application];
      return allocationOf({ code: named?.code, title: named?.title ?? "" }, amount);
    });
    const parts = {
      ...line,
      id: String(line.id),
      quantity: line.currentQuantity,
      productType: product?.type ?? "",
      options: variant?.options ?? [],
    };
    return [lineOf(parts, url.origin, totalOf(line), off)];
  });
}

function totalOf(line: OrderLine) {
  return line.discountAllocations.reduce(
    (total, { amount }) => minus(total, amount),
    times(line.unitPrice, line.quantity),
  );
}
