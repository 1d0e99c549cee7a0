import type { OfferView } from "#app/contracts/post-purchase.ts";
import { minorOf } from "#extensions/shared/format-money.ts";
import type { Language } from "./language.ts";
import type { CalculatedPurchase } from "./page.ts";
import { itemsOf, type Pick, piecesIn, titleOf } from "./pick.ts";
import { say } from "./words.ts";

/** What the shopper would pay, in the words and figures of the page. */
export interface MoneySummary {
  rows: { label: string; amount: string }[];
  payNow: string;
  /** For comparing: minor units of the currency it is charged in. */
  payNowMinor: number;
}

/**
 * Shopify's calculation as rows: what is added, shipping, taxes, what is charged now. Every figure is Shopify's; sums
 * are only formed of several lines of one kind, and taxes that were not worked out are not spoken of.
 */
export function summarize(
  purchase: CalculatedPurchase,
  offer: OfferView,
  pick: Pick,
  { words, format, costs }: Language,
): MoneySummary {
  const currency = purchase.totalOutstandingSet.presentmentMoney.currencyCode;
  const minorIn = ({ presentmentMoney }: typeof purchase.totalOutstandingSet) =>
    minorOf(presentmentMoney.amount, currency);
  const sum = (lines: { priceSet: typeof purchase.totalOutstandingSet }[]) =>
    lines.reduce((total, { priceSet }) => total + minorIn(priceSet), 0);

  const payNowMinor = minorIn(purchase.totalOutstandingSet);
  const lines = addedLines(purchase, itemsOf(offer, pick));
  const items = lines && sum(lines.map(({ totalPriceSet }) => ({ priceSet: totalPriceSet })));
  const shipping = sum(purchase.addedShippingLines);
  const taxLines = purchase.addedTaxLines;
  const tax = sum(taxLines ?? []);
  const taxIsIncluded = tax > 0 && items !== undefined && items + shipping === payNowMinor;

  const title = titleOf(offer, pick, words);
  const rows = [];
  if (items !== undefined) {
    rows.push({
      label: pick.quantity > 1 ? `${title} × ${pick.quantity}` : title,
      amount: costs({ minor: items, currency }),
    });
  }
  rows.push({ label: words.shipping, amount: costs({ minor: shipping, currency }) });
  if (taxLines) {
    const taxName = commonTitle(taxLines) ?? words.tax;
    rows.push({ label: taxIsIncluded ? say(words.included, taxName) : taxName, amount: format(tax, currency) });
  }
  return { rows, payNow: format(payNowMinor, currency), payNowMinor };
}

/**
 * One line for each item, undefined when one is missing. An order can hold the same variant already; the calculation
 * lists what it adds after what was there.
 */
function addedLines(purchase: CalculatedPurchase, items: Pick[]) {
  const added = [];
  for (const item of items) {
    const lines = purchase.updatedLineItems.filter(
      (line) => String(line.variantId) === item.variant.variantId && line.quantity === piecesIn(item),
    );
    const last = lines[lines.length - 1];
    if (!last) return undefined;
    added.push(last);
  }
  return added;
}

/** The one name that all tax lines share ("VAT"), if they do. */
function commonTitle(taxLines: NonNullable<CalculatedPurchase["addedTaxLines"]>): string | undefined {
  const first = taxLines[0]?.title;
  return taxLines.every(({ title }) => title === first) ? first : undefined;
}
