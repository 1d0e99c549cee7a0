import { type Catalog, canSell } from "../catalog/catalog.ts";
import type { CustomerHistory } from "../facts/customer-history.ts";
import type { Facts, PurchaseLine, Surface } from "../facts/facts.ts";
import type { Currency } from "../values/currency.ts";
import type { CustomerId, ProductId, PurchaseReference, Shop } from "../values/ids.ts";
import type { Instant } from "../values/instant.ts";
import { money, sum, times } from "../values/money.ts";

/** A purchase that nobody has made: to see what would be decided for it. What is absent is not known of it. */
export interface MadeUpPurchase {
  /** Each in the first variant that can be sold. */
  readonly lines: readonly { readonly product: ProductId; readonly quantity: number }[];
  /** `new` has ordered nothing before, `returning` once, so many days ago; of a guest nothing is known. */
  readonly customer: "guest" | "new" | "returning";
  readonly country?: string;
  readonly paymentMethod?: string;
  readonly discountCode?: string;
  /** "de" */
  readonly locale: string;
  readonly currency: Currency;
  readonly at: Instant;
}

const CUSTOMER = "1" as CustomerId;
const REFERENCE = "made-up" as PurchaseReference;
const BEFORE = "made-up-before" as PurchaseReference;
const RETURNS_AFTER_DAYS = 30;
const DAY_MS = 24 * 60 * 60_000;

/** The purchase as facts, at the prices of the catalog; a product that it does not hold is not bought. */
export function factsOfMadeUp(made: MadeUpPurchase, shop: Shop, surface: Surface, catalog: Catalog): Facts {
  const { country, paymentMethod, discountCode } = made;
  const lines = made.lines.flatMap((line) => lineOf(line, catalog) ?? []);
  const total = sum(
    lines.map((line) => line.total),
    catalog.shop.currency,
  );
  const history = historyOf(made, catalog.shop.currency);
  return {
    shop,
    surface,
    reference: REFERENCE,
    at: made.at,
    locale: made.locale,
    lines,
    total,
    subtotal: total,
    presentmentCurrency: made.currency,
    discountTotal: money(0, catalog.shop.currency),
    discountCodes: discountCode ? [discountCode] : [],
    salesChannel: "web",
    signedIn: made.customer !== "guest",
    ...(history ? { customer: CUSTOMER, history } : {}),
    ...(country ? { destinationCountry: country } : {}),
    ...(paymentMethod ? { paymentMethod } : {}),
  };
}

function lineOf(
  { product, quantity }: MadeUpPurchase["lines"][number],
  { products }: Catalog,
): PurchaseLine | undefined {
  const found = products.get(product);
  const variant = found?.variants.find(({ stock }) => canSell(stock, quantity)) ?? found?.variants[0];
  if (!found || !variant) return undefined;
  return { product, productTitle: found.title, variant: variant.id, quantity, total: times(variant.price, quantity) };
}

function historyOf({ customer, at }: MadeUpPurchase, currency: Currency): CustomerHistory | undefined {
  if (customer === "guest") return undefined;
  const before = {
    reference: BEFORE,
    at: at - RETURNS_AFTER_DAYS * DAY_MS,
    subtotal: money(0, currency),
    products: [],
  };
  return { isComplete: true, tags: [], orders: customer === "returning" ? [before] : [], answers: [] };
}
