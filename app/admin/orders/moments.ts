import { whyNothing } from "#app/core/decision/words.ts";
import type { Instant } from "#app/core/values/instant.ts";
import { unreachable } from "#app/core/values/invariant.ts";
import type { Money } from "#app/core/values/money.ts";
import { sayInEnglish } from "#app/locales/english.ts";
import type { Format } from "../format.tsx";
import { offeredIn } from "./offered-text.ts";
import { type DecisionTold, decisionsAt, type EventTold, type OrderTold, type Place, placesOf } from "./order-told.ts";
import { orderWords } from "./words.ts";

const words = orderWords.timeline;

/** One thing that happened, as it is told. */
export interface Moment {
  readonly at: Instant;
  readonly text: string;
  readonly tone: "plain" | "good" | "bad";
  readonly detail?: string;
}

/**
 * Everything that happened around an order, oldest first. Shopify's times are whole seconds: what happened within one
 * second stands in the order of cause, which is the order it is gathered in.
 */
export function momentsOf(told: OrderTold, format: Format): Moment[] {
  const places = placesOf(told);
  const moments: Moment[] = [
    ...places.filter(isBeforePayment).flatMap((place) => momentsAt(told, place, format)),
    ...decisionsTold(told, FIRST_OFFER, format),
    placed(told, format),
    ...places.filter((place) => !isBeforePayment(place)).flatMap((place) => momentsAt(told, place, format)),
    ...earningsTold(told, format),
    ...(told.order.cancelledAt === undefined
      ? []
      : [{ at: told.order.cancelledAt, text: words.cancelled, tone: "bad" } satisfies Moment]),
  ];
  return moments.sort((left, right) => secondOf(left) - secondOf(right));
}

/** It is decided before the payment, and the order is placed after it. */
const FIRST_OFFER: Place = { surface: "post-purchase", step: 1 };
const isFirstOffer = ({ surface, step }: Place) => surface === FIRST_OFFER.surface && step === FIRST_OFFER.step;
const isBeforePayment = ({ surface }: Place) => surface === "cart" || surface === "checkout";

/** What was offered there, that it was seen, and the answer. */
function momentsAt(told: OrderTold, place: Place, format: Format): Moment[] {
  const isThere = ({ surface, step }: Place) => surface === place.surface && step === place.step;
  const events = told.events.filter(isThere);
  const yeses = told.acceptances.filter(isThere);
  const isSaid = ({ kind }: EventTold) => kind !== "accept" || yeses.length === 0;
  // A yes that was taken back stands no more; that it was one is told with its time.
  const isTakenBack = events.some(({ kind }) => kind === "undo");
  const answerTold = (event: EventTold): Moment =>
    event.kind === "accept" && isTakenBack ? { at: event.at, text: words.taken, tone: "plain" } : eventTold(event);
  return [
    ...(isFirstOffer(place) ? [] : decisionsTold(told, place, format)),
    ...events.filter(({ kind }) => kind === "impression").map(eventTold),
    ...yeses.map((yes) => accepted(yes, told, format)),
    ...events.filter((event) => event.kind !== "impression" && isSaid(event)).map(answerTold),
  ];
}

function decisionsTold(told: OrderTold, place: Place, format: Format): Moment[] {
  const decisions = decisionsAt(told, place);
  return decisions.map((decision, index) => decided(decision, index < decisions.length - 1, format));
}

function placed(told: OrderTold, format: Format): Moment {
  const { createdAt, name } = told.order;
  return { at: createdAt, text: words.placed(name, format.money(totalPaidFirst(told))), tone: "plain" };
}

/** What was accepted is in the order's own total by now; what was decided for was the purchase before it. */
function totalPaidFirst(told: OrderTold): Money {
  return decisionsAt(told, FIRST_OFFER).at(-1)?.total ?? told.order.total;
}

const secondOf = ({ at }: Moment) => Math.floor(at / 1_000);

function decided(told: DecisionTold, wasReplaced: boolean, format: Format): Moment {
  const offered = told.step === 1 ? firstOfferText(told, format) : nextOfferText(told, format);
  const page = orderWords.onPage[told.surface];
  return {
    at: told.at,
    text: page ? `${page}: ${offered}` : offered,
    tone: "plain",
    ...(wasReplaced ? { detail: words.replaced } : {}),
  };
}

function firstOfferText({ decision, why }: DecisionTold, format: Format): string {
  if (decision.kind === "nothing") return whyNothing(decision.reason, sayInEnglish);
  const { what, price } = offeredIn(decision.offer);
  const fitting = why.kind === "rules" ? why.fitting : 1;
  return words.offered(decision.offer.ruleName, fitting, what, price ? format.money(price) : "");
}

function nextOfferText({ decision, why }: DecisionTold, format: Format): string {
  const answer = why.kind === "step" ? why.after : undefined;
  if (decision.kind === "nothing") return words.nothingNext(answer);
  const { what, price } = offeredIn(decision.offer);
  return words.next(answer, what, price ? format.money(price) : "");
}

function accepted(
  { acceptedAt, items, boughtIn }: OrderTold["acceptances"][number],
  { titles, orderNames, order }: OrderTold,
  format: Format,
): Moment {
  const [only, ...others] = items;
  const said = items.map(({ product, quantity, amount }) =>
    words.acceptedItem(quantity, titles[product] ?? words.aProduct, format.money(amount)),
  );
  const isBundle = only !== undefined && others.length > 0;
  const elsewhere = boughtIn !== undefined && boughtIn !== order.id ? orderNames[boughtIn] : undefined;
  return {
    at: acceptedAt,
    text: isBundle ? words.acceptedBundle(said) : words.accepted(said[0] ?? ""),
    tone: "good",
    ...(elsewhere === undefined ? {} : { detail: words.boughtIn(elsewhere) }),
  };
}

function eventTold({ at, kind, detail }: EventTold): Moment {
  switch (kind) {
    case "impression":
    case "decline":
    case "accept":
    case "undo":
      return { at, text: words[kind], tone: "plain" };
    case "unavailable":
      return { at, text: words.unavailable, tone: "bad" };
    case "applied":
      return applied(at, detail);
    default:
      return unreachable(kind);
  }
}

/** What the browser told is told as such: money is only ever what Shopify's order shows. */
function applied(at: Instant, detail: EventTold["detail"]): Moment {
  const status = typeof detail?.status === "string" ? detail.status : "";
  const errors = Array.isArray(detail?.errors) ? detail.errors.filter((code) => typeof code === "string") : [];
  return {
    at,
    text: words.applied[status] ?? words.appliedUnknown,
    tone: status === "processed" ? "good" : "bad",
    ...(errors.length > 0 ? { detail: errors.map((code) => words.errors[code] ?? code).join(" ") } : {}),
  };
}

function earningsTold({ earnings, order }: OrderTold, format: Format): Moment[] {
  const titles = new Map(order.lines.map(({ id, title }) => [id, title]));
  return earnings.map(({ kind, amount, line, at }) => {
    const title = titles.get(line) ?? words.aLine;
    const text = format.money(amount);
    switch (kind) {
      case "earned":
        return { at, text: words.earned(text, title), tone: "good" };
      case "refunded":
        return { at, text: words.refunded(text, title), tone: "bad" };
      case "cancelled":
        return { at, text: words.takenBack(text, title), tone: "bad" };
      default:
        return unreachable(kind);
    }
  });
}
