import type { AcceptedItem } from "#app/core/acceptance/acceptance.ts";
import type { EarningEntry, OrderAsRead, OrderLine } from "#app/core/attribution/attribution.ts";
import type { MarkedOffers } from "#app/core/attribution/marked-offers.ts";
import { bundlePricesOf, offerPriceOf } from "#app/core/decision/offer-price.ts";
import type { Mark } from "#app/core/extract/mark.ts";
import type { Currency } from "#app/core/values/currency.ts";
import type { CustomerId, DecisionId } from "#app/core/values/ids.ts";
import { type Money, minus, sum, times, zero } from "#app/core/values/money.ts";
import { localTimeAt } from "#app/core/values/shop-time.ts";
import { idOf, newUuid } from "#app/platform/ids.ts";
import {
  type AcceptanceKey,
  keepAcceptance,
  loadAcceptance,
  lockPurchase,
  markBought,
} from "#app/stores/acceptances.ts";
import type { Tenant } from "#app/stores/database.ts";
import { countAcceptance, lockRule } from "#app/stores/rule-use.ts";
import { loadVersion } from "#app/stores/rulebooks.ts";

export interface MarkedSales {
  readonly order: OrderAsRead;
  /** All that is booked for the order. */
  readonly entries: readonly EarningEntry[];
  readonly customer?: CustomerId;
  readonly marked: MarkedOffers;
  /** The shop's own: its days are counted. */
  readonly timezone: string;
}

/**
 * Ties each sale of a marked line to the yes it came of, which is then known to be bought. A yes that no page told of, or
 * that was lost on the way, is kept and counted for the rule's limits now: once, however often the order is read.
 */
export async function countMarkedSales(tenant: Tenant, sales: MarkedSales): Promise<void> {
  const { order, entries } = sales;
  const earned = entries.filter(({ kind, surface }) => kind === "earned" && surface !== "post-purchase");
  const byOffer = Map.groupBy(
    earned.flatMap((entry) => {
      const line = order.lines.find(({ id }) => id === entry.line);
      const mark = line?.mark ?? order.mark;
      return line && mark ? [{ line, mark, amount: entry.amount, at: entry.at }] : [];
    }),
    ({ mark: { reference, surface, step } }) => JSON.stringify([reference, surface, step]),
  );
  // Every purchase before any rule, and each in one order: whoever else counts must not wait for us while we wait for them.
  const marks = [...byOffer.values()].flatMap(([first]) => first?.mark ?? []);
  for (const reference of unique(marks.map(({ reference }) => reference))) await lockPurchase(tenant, reference);
  for (const rule of unique(marks.map(({ rule }) => rule))) await lockRule(tenant, rule);
  for (const sold of byOffer.values()) await countOne(tenant, sales, sold);
}

function unique<Id extends string>(ids: readonly Id[]): Id[] {
  return [...new Set(ids)].sort();
}

interface Sold {
  readonly line: OrderLine;
  readonly mark: Mark;
  readonly amount: Money;
  readonly at: number;
}

async function countOne(tenant: Tenant, sales: MarkedSales, sold: readonly Sold[]): Promise<void> {
  const [first] = sold;
  if (!first) return;
  const { reference, surface, step } = first.mark;
  const key: AcceptanceKey = { reference, surface, step };
  if (!(await loadAcceptance(tenant, key))) await keepUntold(tenant, sales, key, sold, first);
  await markBought(tenant, key, sales.order.id);
}

async function keepUntold(
  tenant: Tenant,
  { order, customer, marked, timezone }: MarkedSales,
  key: AcceptanceKey,
  sold: readonly Sold[],
  { mark, amount, at }: Sold,
): Promise<void> {
  const { reference, surface, step } = key;
  const { rule, version } = mark;
  const published = await loadVersion(tenant, version);
  const ruleName = published?.rulebook.rules.find(({ id }) => id === rule)?.name ?? rule;
  const discountGiven = offTogether(sold, amount.currency, marked);
  await keepAcceptance(tenant, {
    ...key,
    // Nobody told of a decision: the purchase, page and step stand for it.
    decision: idOf(tenant.shop, reference, surface, step, "marked") as DecisionId,
    rule,
    ruleName,
    ...(customer ? { customer } : {}),
    items: sold.flatMap(itemOf),
    discountGiven,
    jti: newUuid(),
    changes: [],
    acceptedAt: at,
  });
  await countAcceptance(tenant, { rule, day: localTimeAt(order.createdAt, timezone).date, discountGiven });
}

function itemOf({ line: { product, variant, quantity }, amount }: Sold): AcceptedItem[] {
  return product && variant ? [{ product, variant, quantity, amount }] : [];
}

/** What the offer takes off the prices of now, as the rule says it: before tax or after it, the order does not say. */
function offTogether(sold: readonly Sold[], currency: Currency, { products, offersOf }: MarkedOffers): Money {
  const [offer] = sold[0] ? offersOf(sold[0].mark) : [];
  const priced = sold.flatMap(({ line }) => {
    const variants = line.product ? products.get(line.product)?.variants : undefined;
    const price = variants?.find(({ id }) => id === line.variant)?.price;
    return price?.currency === currency ? { price, quantity: line.quantity } : [];
  });
  if (!offer) return zero(currency);
  if (offer.source.kind === "bundle") {
    const whole = priced.map(({ price, quantity }) => times(price, quantity));
    return minus(sum(whole, currency), sum(bundlePricesOf(whole, offer.discount), currency));
  }
  const offs = priced.map(({ price, quantity }) => times(minus(price, offerPriceOf(price, offer.discount)), quantity));
  return sum(offs, currency);
}
