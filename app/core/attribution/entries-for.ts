import type { Acceptance, PickedItem } from "../acceptance/acceptance.ts";
import type { Surface } from "../facts/facts.ts";
import type { OrderLineId } from "../values/ids.ts";
import { type Money, money, zero } from "../values/money.ts";
import type { AddedLine, EarningEntry, OrderAsRead } from "./attribution.ts";
import { isOffered, type MarkedOffers } from "./marked-offers.ts";

/** The page whose offers our own app adds to the order; on all others the shopper buys the line like any other. */
const ADDS_LINES: Surface = "post-purchase";

/** Marks count only for who can say what was offered. */
const NO_OFFERS: MarkedOffers = { offersOf: () => [], products: new Map(), collections: new Map() };

/**
 * The entries that the order, as Shopify tells it now, adds to what is booked: none when nothing is new.
 *
 * A line earns when an agreement of our own app added it and its variant and quantity match an item of an acceptance of
 * this purchase that no line has been booked for, once nothing of the order is left to be paid; never by a discount's title.
 * A line that the shopper's own checkout brought earns when it, or else the whole order, has a mark and the marked offer had
 * that variant. Refunds of that line and the order's cancellation subtract, never below nothing. Asking again with the entries booked
 * gives none: the order in which webhooks arrive, and how often, does not matter.
 */
export function entriesFor(
  order: OrderAsRead,
  acceptances: readonly Acceptance[],
  booked: readonly EarningEntry[],
  marked: MarkedOffers = NO_OFFERS,
): EarningEntry[] {
  const earned = [
    ...booked.filter(({ kind }) => kind === "earned"),
    ...newlyEarned(order, acceptances, booked),
    ...newlyMarked(order, booked, marked),
  ];
  return earned.flatMap((entry) => {
    const taken = booked.filter(({ line, kind }) => line === entry.line && kind !== "earned");
    const fresh = [...(booked.includes(entry) ? [] : [entry])];
    return [...fresh, ...takenBack(order, entry, taken)];
  });
}

function newlyEarned(
  order: OrderAsRead,
  acceptances: readonly Acceptance[],
  booked: readonly EarningEntry[],
): EarningEntry[] {
  if (order.outstanding.minor > 0) return [];
  const bookedLines = new Set<OrderLineId>(booked.map(({ line }) => line));
  const open = acceptances
    .filter(({ reference, surface }) => reference === order.reference && surface === ADDS_LINES)
    .flatMap((acceptance) => openItems(acceptance, order, booked).map((item) => ({ acceptance, item })));
  const found: EarningEntry[] = [];
  for (const added of order.addedByUs) {
    const line = order.lines.find(({ id }) => id === added.line);
    if (!line || bookedLines.has(line.id)) continue;
    const match = open.findIndex(({ item }) => item.variant === line.variant && item.quantity === added.quantity);
    const [matched] = match < 0 ? [] : open.splice(match, 1);
    if (!matched) continue;
    bookedLines.add(line.id);
    found.push(earnedBy(order, added, matched.acceptance));
  }
  return found;
}

/** The items of the acceptance that no line has been booked for. A booked line that is not to be told any more takes one. */
function openItems({ step, items }: Acceptance, order: OrderAsRead, booked: readonly EarningEntry[]): PickedItem[] {
  const open: PickedItem[] = [...items];
  for (const entry of booked) {
    if (entry.kind !== "earned" || entry.surface !== ADDS_LINES || entry.step !== step) continue;
    const variant = order.lines.find(({ id }) => id === entry.line)?.variant;
    const match = open.findIndex((item) => item.variant === variant);
    open.splice(Math.max(match, 0), 1);
  }
  return open;
}

function earnedBy({ id }: OrderAsRead, { line, amount, at }: AddedLine, { rule, step }: Acceptance): EarningEntry {
  return { order: id, line, kind: "earned", source: `step ${step}`, surface: ADDS_LINES, rule, step, amount, at };
}

/** A mark says whose sale a line is, once what the order owes is paid; anybody may write one, so it proves nothing else. */
function newlyMarked(order: OrderAsRead, booked: readonly EarningEntry[], marked: MarkedOffers): EarningEntry[] {
  if (order.outstanding.minor > 0) return [];
  const bookedLines = new Set<OrderLineId>(booked.map(({ line }) => line));
  return (order.bought ?? []).flatMap(({ line: id, amount, at }) => {
    const line = order.lines.find((one) => one.id === id);
    const mark = line?.mark ?? order.mark;
    if (!line || !mark || bookedLines.has(id) || !isOffered(line, mark, order, marked)) return [];
    const { surface, rule, step } = mark;
    const source = `${surface} step ${step}`;
    return [{ order: order.id, line: id, kind: "earned" as const, source, surface, rule, step, amount, at }];
  });
}

/** What refunds and the cancellation take from one earned line, over what is booked already. */
function takenBack(order: OrderAsRead, earned: EarningEntry, taken: readonly EarningEntry[]): EarningEntry[] {
  let left = taken.reduce((rest, { amount }) => rest + amount.minor, earned.amount.minor);
  const entries: EarningEntry[] = [];
  const take = (kind: "refunded" | "cancelled", source: string, wanted: Money, at: number) => {
    const minor = Math.min(wanted.minor, left);
    if (minor <= 0 || taken.some((entry) => entry.kind === kind && entry.source === source)) return;
    left -= minor;
    entries.push({ ...earned, kind, source, amount: money(-minor, earned.amount.currency), at });
  };
  for (const refund of order.refunds) {
    const given = refund.lines.filter(({ line }) => line === earned.line);
    const subtotal = given.reduce((total, { subtotal }) => total + subtotal.minor, 0);
    take("refunded", refund.id, money(subtotal, earned.amount.currency), refund.at);
  }
  if (order.cancelledAt !== undefined) take("cancelled", "cancellation", earned.amount, order.cancelledAt);
  return entries;
}

/** What is left of the entries, in the shop's currency: earned less refunded and cancelled. */
export function netOf(entries: readonly EarningEntry[], currency: Money["currency"]): Money {
  return entries.reduce((total, { amount }) => money(total.minor + amount.minor, currency), zero(currency));
}
