import type { Surface } from "../facts/facts.ts";
import { unreachable } from "../values/invariant.ts";
import { listed, type Say } from "../values/say.ts";
import type { Names } from "./conditions/condition-words.ts";
import { conditionSentence } from "./conditions/words.ts";
import { pathSentence } from "./offer.words.ts";
import type { Clause, Limits, PauseAfter, Rule, Schedule } from "./rulebook.ts";
import { abilitiesOn } from "./surfaces.ts";

/**
 * "When an order bought Regency Teacup and is sent to GB, on the post-purchase page, offer Regency Cakestand 3 Tier at
 * 15 % off; if declined, offer Lunch Bag." Its schedule and limits stand at the end.
 */
export function ruleSentence(rule: Rule, names: Names): string {
  const when = isEveryOrder(rule.when) ? "For every order" : `When an order ${clauseSentence(rule.when, names)}`;
  const where = whereWords(rule.surfaces, names.say);
  const terms = [
    ...(rule.schedule ? [scheduleWords(rule.schedule, names)] : []),
    ...(rule.limits ? [limitsWords(rule.limits, names)] : []),
  ];
  return `${[`${when}, ${where}, offer ${pathSentence(rule.path, names)}`, ...terms].join("; ")}.`;
}

/** "in the cart and on the thank-you page" */
export function whereWords(surfaces: readonly Surface[], say: Say): string {
  return listed(
    surfaces.map((surface) => say(abilitiesOn(surface).where)),
    say,
  );
}

/** Completes "an order that …", groups in parentheses: "bought Teacup and (is sent to GB or is worth at least £20.00)" */
export function clauseSentence(clause: Clause, names: Names): string {
  return isEveryOrder(clause) ? "is any order" : saidAlone(clause, names);
}

function isEveryOrder(clause: Clause): boolean {
  return "all" in clause && clause.all.length === 0;
}

function saidAlone(clause: Clause, names: Names): string {
  if ("all" in clause) return clause.all.map((part) => saidAmongOthers(part, clause.all, names)).join(" and ");
  if ("any" in clause) return clause.any.map((part) => saidAmongOthers(part, clause.any, names)).join(" or ");
  if ("none" in clause) {
    const parts = clause.none.map((part) => saidAmongOthers(part, clause.none, names)).join("; ");
    return clause.none.length > 1 ? `fits none of these: ${parts}` : `does not fit this: ${parts}`;
  }
  return conditionSentence(clause, names);
}

function saidAmongOthers(part: Clause, all: readonly Clause[], names: Names): string {
  const said = saidAlone(part, names);
  return "kind" in part || all.length === 1 ? said : `(${said})`;
}

/** "from 2026-11-27 09:00", "until 2026-12-01" */
export function scheduleWords({ from, until }: Schedule, { moment }: Names): string {
  const begin = from ? [`from ${moment(from)}`] : [];
  const end = until ? [`until ${moment(until)}`] : [];
  return [...begin, ...end].join(" ");
}

/** "once per customer in 30 days, at most 20 accepted a day, until its discounts have cost £100.00" */
export function limitsWords({ oncePerCustomer, acceptsPerDay, discountBudget }: Limits, names: Names): string {
  return [
    ...(oncePerCustomer ? [`once per customer${oncePerCustomer.days ? ` in ${days(oncePerCustomer.days)}` : ""}`] : []),
    ...(acceptsPerDay ? [`at most ${acceptsPerDay} accepted a day`] : []),
    ...(discountBudget ? [`until its discounts have cost ${names.money(discountBudget)}`] : []),
  ].join(", ");
}

const days = (count: number) => (count === 1 ? "1 day" : `${count} days`);

/** "after 3 sold-out answers or 2 refunds in a row" */
export function pauseAfterWords(pauseAfter: PauseAfter, say: Say): string {
  const reasons = PAUSE_REASONS.flatMap((what) => {
    const inARow = pauseAfter[what];
    return inARow === undefined ? [] : [pauseReasonWords(what, inARow, say)];
  });
  return `after ${reasons.join(" or ")} in a row`;
}

const PAUSE_REASONS = ["soldOut", "paymentErrors", "refunds"] as const;

/** "3 payment errors" */
export function pauseReasonWords(what: keyof PauseAfter, inARow: number, _say: Say): string {
  const plural = inARow === 1 ? "" : "s";
  switch (what) {
    case "soldOut":
      return `${inARow} sold-out answer${plural}`;
    case "paymentErrors":
      return `${inARow} payment error${plural}`;
    case "refunds":
      return `${inARow} refund${plural}`;
    default:
      return unreachable(what);
  }
}
