import type { Decision } from "#app/core/decision/decision.ts";
import { whyNothing } from "#app/core/decision/words.ts";
import type { Instant } from "#app/core/values/instant.ts";
import { unreachable } from "#app/core/values/invariant.ts";
import type { Money } from "#app/core/values/money.ts";
import type { Format } from "../format.tsx";
import type { DecisionTold, EventTold, OrderTold } from "./order-told.ts";
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
  const moments: Moment[] = [
    ...told.decisions.map((decision, index) => decided(decision, index < told.decisions.length - 1, format)),
    {
      at: told.order.createdAt,
      text: words.placed(told.order.name, format.money(totalPaidFirst(told))),
      tone: "plain",
    },
    ...told.events.filter(({ kind }) => kind === "impression").map(eventTold),
    ...told.acceptances.map(
      ({ acceptedAt, quantity, unitPrice }): Moment => ({
        at: acceptedAt,
        text: words.accepted(quantity, format.money(unitPrice)),
        tone: "good",
      }),
    ),
    ...told.events.filter(({ kind }) => kind !== "impression").map(eventTold),
    ...earningsTold(told, format),
    ...(told.order.cancelledAt === undefined
      ? []
      : [{ at: told.order.cancelledAt, text: words.cancelled, tone: "bad" } satisfies Moment]),
  ];
  return moments.sort((left, right) => secondOf(left) - secondOf(right));
}

/** What was accepted is in the order's own total by now; what was decided for was the purchase before it. */
function totalPaidFirst({ decisions, order }: OrderTold): Money {
  return decisions.at(-1)?.facts.total ?? order.total;
}

const secondOf = ({ at }: Moment) => Math.floor(at / 1_000);

function decided({ at, decision }: DecisionTold, wasReplaced: boolean, format: Format): Moment {
  return {
    at,
    text: decisionText(decision, format),
    tone: "plain",
    ...(wasReplaced ? { detail: words.replaced } : {}),
  };
}

function decisionText(decision: Decision, format: Format): string {
  if (decision.kind === "nothing") return whyNothing(decision.reason);
  const { ruleName, productTitle, variants } = decision.offer;
  const fitting = decision.verdicts.filter(({ outcome }) => outcome.kind === "won" || outcome.kind === "lost").length;
  const price = variants[0] ? format.money(variants[0].offerPrice) : "";
  return words.offered(ruleName, fitting, productTitle, price);
}

function eventTold({ at, kind, detail }: EventTold): Moment {
  switch (kind) {
    case "impression":
    case "decline":
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
