import { extractsOf } from "#app/core/extract/extracts-of.ts";
import { decimalOf, type Money } from "#app/core/values/money.ts";
import { REFERENCE, type Stage, VERSION } from "./stage.ts";

/** The shapes of the pages' API. Source: @shopify/ui-extensions 2026.7.4, `StandardApi`, `OrderStatusApi`, `CheckoutApi`. */

/** A line of the purchase, whoever put it there. */
export interface LineSeen {
  readonly id: string;
  readonly product: string;
  readonly variant: string;
  readonly title: string;
  readonly quantity: number;
  readonly total: Money;
  readonly attributes: readonly { readonly key: string; readonly value: string }[];
}

function amountOf(amount: Money) {
  return { amount: Number(decimalOf(amount)), currencyCode: amount.currency };
}

/** What changes when the cart of a checkout does. */
export function purchaseValues(lines: readonly LineSeen[], codes: readonly string[], { currency }: Stage["ask"]) {
  const total = { minor: lines.reduce((sum, line) => sum + line.total.minor, 0), currency };
  const nothing = amountOf({ minor: 0, currency });
  return {
    lines: lines.map(lineValue),
    cost: {
      subtotalAmount: amountOf(total),
      totalAmount: amountOf(total),
      totalShippingAmount: nothing,
      totalTaxAmount: nothing,
    },
    discountCodes: codes.map((code) => ({ code })),
  };
}

/** Everything that the block finds on `shopify`, its calls aside. */
export function valuesOf(stage: Stage, lines: readonly LineSeen[]): Record<string, unknown> {
  const { ask } = stage;
  const common = {
    ...purchaseValues(lines, [], ask),
    appMetafields: metafieldsOf(stage),
    discountAllocations: [],
    checkoutToken: REFERENCE,
    localization: {
      currency: { isoCode: ask.currency },
      timezone: ask.shop.timezone,
      language: { isoCode: ask.locale },
      extensionLanguage: { isoCode: ask.locale },
      country: undefined,
      market: undefined,
    },
    shop: {
      id: "gid://shopify/Shop/1",
      name: "",
      myshopifyDomain: stage.facts.shop,
      storefrontUrl: "https://preview.invalid",
    },
    settings: {},
  };
  if (ask.surface === "order-status") {
    return {
      ...common,
      order: { id: "gid://shopify/Order/1", name: "#1001" },
      authenticationState: "pre_authenticated",
    };
  }
  if (ask.surface === "thank-you") {
    const order = { id: "gid://shopify/OrderIdentity/1" };
    return { ...common, deliveryGroups: [], orderConfirmation: { order, number: "PREVIEW", isFirstOrder: true } };
  }
  return {
    ...common,
    deliveryGroups: [],
    instructions: {
      lines: { canAddCartLine: true, canRemoveCartLine: true, canUpdateCartLine: true },
      discounts: { canUpdateDiscountCodes: true },
    },
  };
}

/** The shop's extract and the bought product's, as publishing would write them. */
function metafieldsOf({ compiled, catalog }: Stage) {
  const { shop, products } = extractsOf(compiled.rulebook, VERSION, catalog, { asksApp: [], automatic: new Set() });
  const entry = (type: string, id: string, value: unknown) => ({
    target: { type, id },
    metafield: {
      namespace: "$app",
      key: "offers",
      type: "json",
      valueType: "json_string",
      value: JSON.stringify(value),
    },
  });
  return [
    entry("shop", "1", shop),
    ...[...products].map(([id, part]) => entry("product", `gid://shopify/Product/${id}`, part)),
  ];
}

function lineValue({ id, product, variant, title, quantity, total, attributes }: LineSeen) {
  return {
    id: `gid://shopify/CartLine/${id}`,
    quantity,
    merchandise: {
      type: "variant",
      id: `gid://shopify/ProductVariant/${variant}`,
      title,
      selectedOptions: [],
      requiresShipping: true,
      product: { id: `gid://shopify/Product/${product}`, vendor: "", productType: "" },
    },
    cost: { totalAmount: amountOf(total) },
    attributes,
    discountAllocations: [],
    lineComponents: [],
    parentRelationship: null,
  };
}
