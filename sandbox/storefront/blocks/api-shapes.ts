import { decimalOf, type Money } from "#app/core/values/money.ts";
import { MARKETS, marketOf } from "../../store/markets/markets.ts";
import type { SandboxStore } from "../../store/sandbox-store.ts";
import type { BuyerContext, PricedLine } from "../../store/state/cart.ts";
import type { AppliedDiscount } from "../../store/state/discount.ts";
import type { Visit } from "../visit.ts";

/** Parts that checkout, thank-you and order status name alike. https://shopify.dev/docs/api/checkout-ui-extensions/2026-07/apis */

/** A number here, where the Admin API has a text. */
export function moneyOf(amount: Money) {
  return { amount: Number(decimalOf(amount)), currencyCode: amount.currency };
}

type LineParts = Pick<
  PricedLine,
  | "id"
  | "variantId"
  | "productId"
  | "title"
  | "variantTitle"
  | "options"
  | "vendor"
  | "productType"
  | "sku"
  | "quantity"
  | "attributes"
  | "requiresShipping"
  | "handle"
  | "picture"
>;

export function lineOf(line: LineParts, origin: string, total: Money, allocations: readonly object[]) {
  const hasChoice = line.options.length > 0;
  const picture = hasChoice ? `/pictures/${line.handle}/${line.variantId}.svg` : line.picture;
  return {
    id: `gid://shopify/CartLine/${line.id}`,
    quantity: line.quantity,
    merchandise: {
      type: "variant",
      id: `gid://shopify/ProductVariant/${line.variantId}`,
      title: line.title,
      ...(hasChoice && { subtitle: line.variantTitle }),
      image: { url: `${origin}${picture}`, altText: line.title },
      selectedOptions: line.options,
      product: {
        id: `gid://shopify/Product/${line.productId}`,
        vendor: line.vendor,
        productType: line.productType,
      },
      requiresShipping: line.requiresShipping,
      sku: line.sku,
    },
    cost: { totalAmount: moneyOf(total) },
    attributes: line.attributes,
    discountAllocations: allocations,
    lineComponents: [],
  };
}

export function allocationOf({ code, title }: Pick<AppliedDiscount, "code" | "title">, amount: Money) {
  const discountedAmount = moneyOf(amount);
  return code === undefined ? { type: "automatic", title, discountedAmount } : { type: "code", code, discountedAmount };
}

export function localizationOf({ store, words }: Visit, context: BuyerContext, extensionLocale: string) {
  const country = new Intl.DisplayNames([words.locale], { type: "region" }).of(context.country);
  const market = marketOf(context.country) ?? MARKETS[0];
  return {
    currency: { isoCode: context.currency },
    timezone: store.shop.timezone,
    language: { isoCode: words.locale },
    extensionLanguage: { isoCode: extensionLocale },
    country: { isoCode: context.country, name: country },
    market: { id: `gid://shopify/Market/${market.id}`, handle: market.handle },
  };
}

export function shopOf({ shop }: SandboxStore, origin: string) {
  return {
    id: `gid://shopify/Shop/${shop.id}`,
    name: shop.name,
    storefrontUrl: origin,
    myshopifyDomain: shop.domain,
  };
}

/** Everything is allowed: the shop shows no consent banner. */
export function privacyOf({ country }: Pick<BuyerContext, "country">, withRegion: boolean) {
  const all = { analytics: true, marketing: true, preferences: true, saleOfData: true };
  return {
    allowedProcessing: all,
    metafields: [],
    visitorConsent: {},
    shouldShowBanner: false,
    saleOfDataRegion: false,
    ...(withRegion && { region: { countryCode: country } }),
  };
}

/** What may be done with the cart: all of it on the checkout, nothing once it is paid. */
export function instructionsFor(isOpen: boolean) {
  return {
    attributes: { canUpdateAttributes: isOpen },
    delivery: { canSelectCustomAddress: isOpen },
    discounts: { canUpdateDiscountCodes: isOpen },
    lines: { canAddCartLine: isOpen, canRemoveCartLine: isOpen, canUpdateCartLine: isOpen },
    metafields: { canSetCartMetafields: isOpen, canDeleteCartMetafield: isOpen },
    notes: { canUpdateNote: isOpen },
  };
}

/** Absent without the grant; e-mail and names only with the second level. https://shopify.dev/docs/apps/launch/protected-customer-data */
export function buyerIdentityOf(visit: Visit, customerId: number | undefined, email: string) {
  const { store } = visit;
  const level = store.dials.protectedCustomerData;
  if (level === 0) return {};
  const customer = store.customers().find(({ id }) => id === customerId);
  const isWhole = level === 2;
  return {
    buyerIdentity: {
      customer: customer && {
        id: `gid://shopify/Customer/${customer.id}`,
        image: { url: "" },
        acceptsMarketing: false,
        acceptsEmailMarketing: false,
        acceptsSmsMarketing: false,
        storeCreditAccounts: [],
        ordersCount: store.customerHistory(customer.id).orders,
        ...(isWhole && { email: customer.email, firstName: customer.firstName, lastName: customer.lastName }),
      },
      ...(isWhole && { email: email || undefined }),
    },
  };
}
