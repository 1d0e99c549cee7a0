import { PAYMENT_METHODS } from "../../store/checkout/payment-methods.ts";
import type { Checkout } from "../../store/state/checkout.ts";
import { ownTotal } from "../cart/own-total.ts";
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
import type { PlacedBlock } from "./block-slot.ts";
import { translationsFor } from "./ui-extension.ts";

/** What `shopify` holds on the checkout. https://shopify.dev/docs/api/checkout-ui-extensions/2026-07/targets/block/purchase-checkout-block-render */
export function checkoutValues(visit: Visit, checkout: Checkout, { extension, placement }: PlacedBlock) {
  const { store, url, words } = visit;
  const { discounts, country, presentmentCurrency, language } = checkout;
  const locale = translationsFor(extension, words.locale).locale;
  const context = { country, currency: presentmentCurrency, language };
  const lines = checkout.lines.map((line) => {
    const allocations = line.allocations.flatMap(({ discount, amount }) => {
      const applied = discounts[discount];
      return applied?.class === "PRODUCT" ? [allocationOf(applied, amount)] : [];
    });
    return { ...lineOf(line, url.origin, ownTotal(line, discounts), allocations), parentRelationship: null };
  });
  const groups = checkout.shippingMethods.length > 0 ? [deliveryGroup(checkout, lines)] : [];
  return {
    lines,
    cost: {
      subtotalAmount: moneyOf(checkout.subtotal),
      totalShippingAmount: moneyOf(checkout.shipping),
      totalTaxAmount: moneyOf(checkout.tax),
      totalAmount: moneyOf(checkout.total),
    },
    discountCodes: checkout.codes.filter(({ applies }) => applies).map(({ code }) => ({ code })),
    discountAllocations: discounts
      .filter((discount) => discount.class !== "PRODUCT")
      .map((discount) => allocationOf(discount, discount.amount)),
    attributes: checkout.attributes,
    note: checkout.note || undefined,
    instructions: instructionsFor(checkout.state.kind === "open"),
    appMetafields: store.appMetafieldsFor(checkout.lines, extension.metafields),
    localization: localizationOf(visit, context, locale),
    checkoutToken: checkout.token,
    checkoutSettings: { orderSubmission: "ORDER", shippingAddress: { isEditable: true } },
    availablePaymentOptions: [{ type: "creditCard", handle: "card" }, ...PAYMENT_METHODS.map(paymentOption)],
    selectedPaymentOptions: [{ type: "creditCard", handle: "card" }],
    deliveryGroups: groups,
    appliedGiftCards: [],
    buyerJourney: {
      completed: checkout.state.kind === "paid",
      steps: [{ handle: "checkout", label: words.checkout, to: `/checkouts/${checkout.token}`, disabled: false }],
      activeStep: { handle: "checkout" },
    },
    settings: placement.settings,
    shop: shopOf(store, url.origin),
    customerPrivacy: privacyOf(context, store.dials.protectedCustomerData > 0),
    ...buyerIdentityOf(visit, checkout.customerId, checkout.email),
    ...(store.dials.protectedCustomerData === 2 && { shippingAddress: addressOf(checkout) }),
  };
}

function deliveryGroup({ shippingMethods, shippingMethod }: Checkout, lines: readonly { readonly id: string }[]) {
  return {
    targetedCartLines: lines.map(({ id }) => ({ id })),
    deliveryOptions: shippingMethods.map(({ id, title, promise, price, pickup }) => ({
      handle: id,
      title,
      description: promise,
      code: id,
      metafields: [],
      type: pickup ? "pickup" : "shipping",
      ...(pickup ? { location: { address: {} } } : { carrier: {}, deliveryEstimate: {} }),
      cost: moneyOf(price),
      costAfterDiscounts: moneyOf(price),
    })),
    ...(shippingMethod && { selectedDeliveryOption: { handle: shippingMethod.id } }),
    groupType: "oneTimePurchase",
    isDeliveryRequired: true,
  };
}

function paymentOption({ id, gateway }: (typeof PAYMENT_METHODS)[number]) {
  const wallets: readonly string[] = ["shop-pay", "apple-pay", "google-pay", "amazon-pay"];
  const isManual = gateway === "Bank Deposit" || id === "cash-on-delivery";
  const type = wallets.includes(id)
    ? "wallet"
    : isManual
      ? "manualPayment"
      : id === "gift-card"
        ? "redeemable"
        : "offsite";
  return { type, handle: id };
}

function addressOf({ address, country }: Checkout) {
  return { ...address, countryCode: country };
}
