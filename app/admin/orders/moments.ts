import { whyNothing } from "#app/core/decision/nothing.words.ts";
import type { ShopNames } from "#app/core/rules/names.ts";
import { unreachable } from "#app/core/values/invariant.ts";
import type { Money } from "#app/core/values/money.ts";
import { listed } from "#app/core/values/say.ts";
import type { Format } from "../format.tsx";
import { appliedMoment } from "./applied-moment.ts";
import type { Moment } from "./moment.ts";
import { offeredIn } from "./offered-text.ts";
import { type DecisionTold, decisionsAt, type EventTold, type OrderTold, type Place, placesOf } from "./order-told.ts";

/** How the reader is told: times and amounts as they write them, things by their names, in their language. */
interface Telling {
  readonly format: Format;
  readonly names: ShopNames;
}

/**
 * Everything that happened around an order, oldest first. Shopify's times are whole seconds: what happened within one
 * second stands in the order of cause, which is the order it is gathered in.
 */
export function momentsOf(told: OrderTold, telling: Telling): Moment[] {
  const places = placesOf(told);
  const moments: Moment[] = [
    ...places.filter(isBeforePayment).flatMap((place) => momentsAt(told, place, telling)),
    ...decisionsTold(told, FIRST_OFFER, telling),
    placed(told, telling),
    ...places.filter((place) => !isBeforePayment(place)).flatMap((place) => momentsAt(told, place, telling)),
    ...earningsTold(told, telling),
    ...cancellation(told, telling),
  ];
  return moments.sort((left, right) => secondOf(left) - secondOf(right));
}

/** It is decided before the payment, and the order is placed after it. */
const FIRST_OFFER: Place = { surface: "post-purchase", step: 1 };
const isFirstOffer = ({ surface, step }: Place) => surface === FIRST_OFFER.surface && step === FIRST_OFFER.step;
const isBeforePayment = ({ surface }: Place) => surface === "cart" || surface === "checkout";

/** What was offered there, that it was seen, and the answer. */
function momentsAt(told: OrderTold, place: Place, telling: Telling): Moment[] {
  const { say } = telling.names;
  const isThere = ({ surface, step }: Place) => surface === place.surface && step === place.step;
  const events = told.events.filter(isThere);
  const yeses = told.acceptances.filter(isThere);
  const isSaid = ({ kind }: EventTold) => kind !== "accept" || yeses.length === 0;
  // A yes that was taken back stands no more; that it was one is told with its time.
  const isTakenBack = events.some(({ kind }) => kind === "undo");
  const eventMoment = (event: EventTold): Moment =>
    event.kind === "accept" && isTakenBack
      ? { at: event.at, text: say("orders.timeline.taken"), tone: "plain" }
      : eventTold(event, telling);
  return [
    ...(isFirstOffer(place) ? [] : decisionsTold(told, place, telling)),
    ...events.filter(({ kind }) => kind === "impression").map(eventMoment),
    ...yeses.map((yes) => accepted(yes, told, telling)),
    ...events.filter((event) => event.kind !== "impression" && isSaid(event)).map(eventMoment),
  ];
}

function decisionsTold(told: OrderTold, place: Place, telling: Telling): Moment[] {
  const decisions = decisionsAt(told, place);
  return decisions.map((decision, index) => decided(decision, index < decisions.length - 1, telling));
}

function placed(told: OrderTold, { format, names }: Telling): Moment {
  const { createdAt, name } = told.order;
  const total = format.money(totalPaidFirst(told));
  return { at: createdAt, text: names.say("orders.timeline.placed", { name, total }), tone: "plain" };
}

/** What was accepted is in the order's own total by now; what was decided for was the purchase before it. */
function totalPaidFirst(told: OrderTold): Money {
  return decisionsAt(told, FIRST_OFFER).at(-1)?.total ?? told.order.total;
}

const secondOf = ({ at }: Moment) => Math.floor(at / 1_000);

function decided(told: DecisionTold, wasReplaced: boolean, telling: Telling): Moment {
  const { say } = telling.names;
  const offered = told.step === 1 ? firstOfferText(told, telling) : nextOfferText(told, telling);
  const isElsewhere = told.surface !== "post-purchase";
  return {
    at: told.at,
    text: isElsewhere ? say("orders.offered-on", { page: say(`orders.on.${told.surface}`), offered }) : offered,
    tone: "plain",
    ...(wasReplaced ? { detail: say("orders.timeline.replaced") } : {}),
  };
}

function firstOfferText({ decision, why }: DecisionTold, { format, names: { say } }: Telling): string {
  if (decision.kind === "nothing") return whyNothing(decision.reason, say);
  const { what: offered, price } = offeredIn(decision.offer, say);
  const fitting = why.kind === "rules" ? why.fitting : 1;
  const values = { rule: decision.offer.ruleName, offered, price: price ? format.money(price) : "" };
  return say("orders.timeline.offered", { fitting, ...values });
}

function nextOfferText({ decision, why }: DecisionTold, { format, names: { say } }: Telling): string {
  const answer = why.kind === "step" ? why.after : "unknown";
  if (decision.kind === "nothing") return say(`orders.timeline.nothing-next.${answer}`);
  const { what: offered, price } = offeredIn(decision.offer, say);
  return say(`orders.timeline.next.${answer}`, { offered, price: price ? format.money(price) : "" });
}

function accepted(
  { acceptedAt, items, boughtIn }: OrderTold["acceptances"][number],
  { orderNames, order }: OrderTold,
  { format, names: { say, product } }: Telling,
): Moment {
  const said = items.map((item) =>
    say("orders.timeline.item", {
      quantity: item.quantity,
      product: product(item.product),
      amount: format.money(item.amount),
    }),
  );
  const elsewhere = boughtIn !== undefined && boughtIn !== order.id ? orderNames[boughtIn] : undefined;
  return {
    at: acceptedAt,
    text:
      said.length > 1
        ? say("orders.timeline.accepted-bundle", { items: listed(said, say) })
        : say("orders.timeline.accepted", { item: said[0] ?? "" }),
    tone: "good",
    ...(elsewhere === undefined ? {} : { detail: say("orders.timeline.bought-in", { order: elsewhere }) }),
  };
}

function eventTold({ at, kind, detail }: EventTold, { names: { say } }: Telling): Moment {
  switch (kind) {
    case "impression":
    case "decline":
    case "accept":
    case "undo":
      return { at, text: say(`orders.timeline.${kind}`), tone: "plain" };
    case "unavailable":
      return { at, text: say("orders.timeline.unavailable"), tone: "bad" };
    case "applied":
      return appliedMoment(at, detail, say);
    default:
      return unreachable(kind);
  }
}

function earningsTold({ earnings, order }: OrderTold, { format, names: { say } }: Telling): Moment[] {
  const titles = new Map(order.lines.map(({ id, title }) => [id, title]));
  return earnings.map(({ kind, amount, line: id, at }) => {
    const values = { amount: format.money(amount), line: titles.get(id) ?? say("orders.a-line") };
    switch (kind) {
      case "earned":
        return { at, text: say("orders.timeline.earned", values), tone: "good" };
      case "refunded":
        return { at, text: say("orders.timeline.refunded", values), tone: "bad" };
      case "cancelled":
        return { at, text: say("orders.timeline.taken-back", values), tone: "bad" };
      default:
        return unreachable(kind);
    }
  });
}

function cancellation({ order: { cancelledAt } }: OrderTold, { names: { say } }: Telling): Moment[] {
  return cancelledAt === undefined ? [] : [{ at: cancelledAt, text: say("orders.timeline.cancelled"), tone: "bad" }];
}
