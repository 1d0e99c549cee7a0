import { type FormatMoney, minorOf } from "#extensions/shared/format-money.ts";
import type { CalculatedPurchase } from "./page.ts";
import type { Pick } from "./pick.ts";
import type { Words } from "./words.ts";

/** What the shopper would pay, in the words and figures of the page. */
export interface MoneySummary {
  rows: { label: string; amount: string }[];
  payNow: string;
  /** For comparing: minor units of the currency it is charged in. */
  payNowMinor: number;
}

/**
 * Shopify's calculation as rows: the added line, shipping, taxes, what is charged now. Every figure is Shopify's; sums
 * are only formed of several tax or shipping lines.
 */
export function summarize(
  purchase: CalculatedPurchase,
  pick: Pick,
  productTitle: string,
  words: Words,
  format: FormatMoney,
): MoneySummary {
  const { currencyCode } = purchase.totalOutstandingSet.presentmentMoney;
  const minor = ({ presentmentMoney }: typeof purchase.totalOutstandingSet) =>
    minorOf(presentmentMoney.amount, currencyCode);
  const sum = (lines: { priceSet: typeof purchase.totalOutstandingSet }[]) =>
    lines.reduce((total, { priceSet }) => total + minor(priceSet), 0);

  const payNow = minor(purchase.totalOutstandingSet);
  const item = addedLine(purchase, pick);
  const shipping = sum(purchase.addedShippingLines);
  const tax = sum(purchase.addedTaxLines);
  const taxIsIncluded = tax > 0 && item !== undefined && minor(item.totalPriceSet) + shipping === payNow;

  const rows = [];
  if (item) {
    const label = pick.quantity > 1 ? `${productTitle} × ${pick.quantity}` : productTitle;
    rows.push({ label, amount: format(minor(item.totalPriceSet), currencyCode) });
  }
  rows.push({ label: words.shipping, amount: shipping > 0 ? format(shipping, currencyCode) : words.free });
  const taxName = nameOf(purchase.addedTaxLines) ?? words.tax;
  rows.push({ label: taxIsIncluded ? words.included(taxName) : taxName, amount: format(tax, currencyCode) });
  return { rows, payNow: format(payNow, currencyCode), payNowMinor: payNow };
}

/** An order can hold the same variant already; the calculation lists what it adds after what was there. */
function addedLine(purchase: CalculatedPurchase, { variant, quantity }: Pick) {
  const lines = purchase.updatedLineItems.filter(
    (line) => String(line.variantId) === variant.variantId && line.quantity === quantity,
  );
  return lines[lines.length - 1];
}

/** The one name that all tax lines share ("VAT"), if they do. */
function nameOf(taxLines: CalculatedPurchase["addedTaxLines"]): string | undefined {
  const first = taxLines[0]?.title;
  return taxLines.every(({ title }) => title === first) ? first : undefined;
}
