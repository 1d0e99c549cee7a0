import type { CustomerHistory } from "#app/core/facts/customer-history.ts";
import type { Facts, Surface } from "#app/core/facts/facts.ts";
import { anyText, currencyCode, device, listOf, utmParameters } from "#app/core/rules/plain-shapes.ts";
import { type Problem, Reading } from "#app/core/rules/reading.ts";
import {
  oneOf,
  optional,
  record,
  text,
  textLike,
  trueOrFalse,
  type Written,
  wholeNumber,
} from "#app/core/rules/shapes.ts";
import { SURFACES } from "#app/core/rules/surfaces.ts";
import type { Currency } from "#app/core/values/currency.ts";
import type { CustomerId, ProductId, PurchaseReference, RuleId, Shop, VariantId } from "#app/core/values/ids.ts";
import type { Instant } from "#app/core/values/instant.ts";
import { sum } from "#app/core/values/money.ts";
import { amountInCurrency, decimalAmount, moment, shopifyId, withoutNulls } from "./shapes.ts";

/** What a purchase is asked with where it does not say so itself. */
export interface Asked {
  readonly currency: Currency;
  /** Set on the command line: they go before what the purchase says. */
  readonly surface?: Surface;
  readonly at?: Instant;
  /** For a purchase without a moment of its own. */
  readonly now: Instant;
}

/** Reads purchases of one shop (docs/purchases-and-catalogue.md): the facts, or everything that is wrong with one. */
export function purchaseReader(asked: Asked): (document: unknown) => Facts | readonly Problem[] {
  const shape = purchaseShape(asked.currency);
  return (document) => {
    const reading = new Reading(withoutNulls(document));
    const read = shape.read(reading);
    return read && reading.problems.length === 0 ? factsOf(read, asked) : reading.problems;
  };
}

const lineShape = (currency: Currency) =>
  record("problem.part.line", {
    productId: shopifyId<ProductId>("product"),
    variantId: shopifyId<VariantId>("variant"),
    title: optional(anyText()),
    quantity: wholeNumber(1, 1_000_000, "problem.purchase.quantity"),
    total: decimalAmount(currency),
    sellingPlanId: optional(shopifyId<string>("selling-plan")),
  });

const orderShape = (currency: Currency) =>
  record("problem.part.earlier-order", {
    id: text("problem.purchase.earlier-id", 255),
    createdAt: moment,
    subtotalPrice: decimalAmount(currency),
    productIds: listOf(shopifyId<ProductId>("product")),
  });

const answerShape = record("problem.part.answer", {
  purchaseId: text("problem.purchase.answer-purchase", 255),
  ruleId: text("problem.purchase.answer-rule", 64),
  answer: oneOf(["accepted", "declined"], "problem.evidence.answer"),
  createdAt: moment,
});

const customerShape = (currency: Currency) =>
  record("problem.part.customer", {
    id: shopifyId<CustomerId>("customer"),
    tags: optional(listOf(anyText())),
    orders: optional(listOf(orderShape(currency))),
    hasAllOrders: optional(trueOrFalse("problem.purchase.all-orders")),
    answers: optional(listOf(answerShape)),
  });

const purchaseShape = (currency: Currency) =>
  record("problem.part.purchase", {
    id: text("problem.purchase.id", 255),
    surface: optional(
      oneOf(SURFACES, { message: "problem.purchase.surface", values: { surfaces: SURFACES.join(", ") } }),
    ),
    createdAt: optional(moment),
    customerLocale: optional(textLike(/^[A-Za-z]{2,3}([-_][A-Za-z0-9]{2,8})*$/, "problem.purchase.language")),
    presentmentCurrencyCode: optional(currencyCode),
    presentmentSubtotal: optional(amountInCurrency),
    lineItems: listOf(lineShape(currency), 10_000),
    subtotalPrice: optional(decimalAmount(currency)),
    totalPrice: optional(decimalAmount(currency)),
    totalDiscounts: optional(decimalAmount(currency)),
    discountCodes: optional(listOf(anyText())),
    shippingAddress: optional(
      record("problem.part.address", {
        countryCode: textLike(/^[A-Z]{2}$/, "problem.country"),
        provinceCode: optional(textLike(/^[A-Z0-9]{1,3}$/, "problem.purchase.province")),
      }),
    ),
    market: optional(anyText()),
    paymentMethod: optional(anyText()),
    shippingMethod: optional(anyText()),
    sourceName: optional(anyText()),
    landingPage: optional(anyText()),
    referrerUrl: optional(anyText()),
    utmParameters: optional(utmParameters),
    device: optional(device),
    signedIn: optional(trueOrFalse("problem.evidence.signed-in")),
    customer: optional(customerShape(currency)),
  });

type ReadPurchase = Written<ReturnType<typeof purchaseShape>>;
type ReadCustomer = Written<ReturnType<typeof customerShape>>;

/** Rules ask nothing about the shop's address; a file of purchases has none. */
const NO_SHOP = "" as Shop;

function factsOf(read: ReadPurchase, { currency, surface, at, now }: Asked): Facts {
  const subtotal =
    read.subtotalPrice ??
    sum(
      read.lineItems.map(({ total }) => total),
      currency,
    );
  const history = read.customer && historyOf(read.customer);
  const { countryCode, provinceCode } = read.shippingAddress ?? {};
  return withoutAbsent({
    shop: NO_SHOP,
    surface: surface ?? read.surface ?? "post-purchase",
    reference: read.id as PurchaseReference,
    at: at ?? read.createdAt ?? now,
    locale: read.customerLocale ?? "en",
    lines: read.lineItems.map(({ productId, variantId, title, quantity, total, sellingPlanId }) => ({
      product: productId,
      productTitle: title ?? `product ${productId}`,
      variant: variantId,
      quantity,
      total,
      ...(sellingPlanId !== undefined && { sellingPlan: sellingPlanId }),
    })),
    total: read.totalPrice ?? subtotal,
    subtotal,
    presentmentCurrency: read.presentmentCurrencyCode ?? currency,
    presentmentSubtotal: read.presentmentSubtotal,
    discountTotal: read.totalDiscounts,
    discountCodes: read.discountCodes,
    customer: read.customer?.id,
    signedIn: read.signedIn,
    history,
    destinationCountry: countryCode,
    destinationRegion: provinceCode === undefined ? undefined : `${countryCode}-${provinceCode}`,
    market: read.market,
    paymentMethod: read.paymentMethod,
    shippingMethod: read.shippingMethod,
    salesChannel: read.sourceName,
    utm: read.utmParameters,
    landingPage: read.landingPage,
    referrer: read.referrerUrl,
    device: read.device,
  });
}

/** A customer of whom nothing but the id is told has no known history. */
function historyOf({ tags, orders, hasAllOrders, answers }: ReadCustomer): CustomerHistory | undefined {
  if (!tags && !orders && !answers) return undefined;
  return {
    isComplete: hasAllOrders ?? false,
    ...(tags && { tags }),
    orders: latestFirst(orders ?? [], ({ createdAt }) => createdAt).map(
      ({ id, createdAt, subtotalPrice, productIds }) => ({
        reference: id as PurchaseReference,
        at: createdAt,
        subtotal: subtotalPrice,
        products: productIds,
      }),
    ),
    answers: latestFirst(answers ?? [], ({ createdAt }) => createdAt).map(
      ({ purchaseId, ruleId, answer, createdAt }) => ({
        reference: purchaseId as PurchaseReference,
        rule: ruleId as RuleId,
        answer,
        at: createdAt,
      }),
    ),
  };
}

function latestFirst<Item>(items: readonly Item[], at: (item: Item) => Instant): Item[] {
  return [...items].sort((left, right) => at(right) - at(left));
}

type Given<Value> = { readonly [Name in keyof Value]: Value[Name] | undefined };

/** An absent fact has no field: unknown, not known and empty. */
function withoutAbsent(facts: Given<Facts>): Facts {
  return Object.fromEntries(Object.entries(facts).filter(([, value]) => value !== undefined)) as unknown as Facts;
}
