import type { Surface } from "../facts/facts.ts";
import { joinedWith, listed, type Say } from "../values/say.ts";
import type { Names } from "./conditions/condition-words.ts";
import { conditionSentence } from "./conditions/words.ts";
import { pathSentence } from "./offer.words.ts";
import type { Clause, Limits, PauseAfter, Rule, Schedule } from "./rulebook.ts";
import { abilitiesOn } from "./surfaces.ts";

/**
 * "When an order bought Regency Teacup and is sent to GB, on the post-purchase page, offer Regency Cakestand 3 Tier at
 * 15% off; if declined, offer Lunch Bag." Its schedule and limits stand at the end.
 */
export function ruleSentence(rule: Rule, names: Names): string {
  const { say } = names;
  const path = joinedWith("engine.also", say, [
    pathSentence(rule.path, names),
    ...(rule.schedule ? [scheduleWords(rule.schedule, names)] : []),
    ...(rule.limits ? [limitsWords(rule.limits, names)] : []),
  ]);
  const where = whereWords(rule.surfaces, say);
  if (isEveryOrder(rule.when)) return say("engine.rule.every", { where, path });
  return say("engine.rule.when", { clause: clauseSentence(rule.when, names), where, path });
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
  return isEveryOrder(clause) ? names.say("engine.clause.every") : saidAlone(clause, names);
}

function isEveryOrder(clause: Clause): boolean {
  return "all" in clause && clause.all.length === 0;
}

function saidAlone(clause: Clause, names: Names): string {
  if ("kind" in clause) return conditionSentence(clause, names);
  const parts = "all" in clause ? clause.all : "any" in clause ? clause.any : clause.none;
  const said = parts.map((part) => saidAmongOthers(part, parts, names));
  if ("all" in clause) return joinedWith("engine.clause.and", names.say, said);
  if ("any" in clause) return joinedWith("engine.clause.or", names.say, said);
  return names.say("engine.clause.none", { count: parts.length, parts: joinedWith("engine.also", names.say, said) });
}

function saidAmongOthers(part: Clause, all: readonly Clause[], names: Names): string {
  const said = saidAlone(part, names);
  return "kind" in part || all.length === 1 ? said : `(${said})`;
}

/** "from 2026-11-27 09:00", "until 2026-12-01" */
export function scheduleWords({ from, until }: Schedule, { say, moment }: Names): string {
  return say("engine.schedule", {
    shape: until === undefined ? "from" : from === undefined ? "until" : "both",
    from: from === undefined ? "" : moment(from),
    until: until === undefined ? "" : moment(until),
  });
}

/** "once per customer in 30 days, at most 20 accepted a day, until its discounts have cost £100.00" */
export function limitsWords({ oncePerCustomer, acceptsPerDay, discountBudget }: Limits, { say, money }: Names): string {
  return [
    ...(oncePerCustomer ? [say("engine.limits.once-per-customer", { days: oncePerCustomer.days ?? 0 })] : []),
    ...(acceptsPerDay ? [say("engine.limits.accepts-per-day", { count: acceptsPerDay })] : []),
    ...(discountBudget ? [say("engine.limits.discount-budget", { budget: money(discountBudget) })] : []),
  ].join(", ");
}

/** "after 3 sold-out answers or 2 refunds in a row" */
export function pauseAfterWords(pauseAfter: PauseAfter, say: Say): string {
  const reasons = PAUSE_REASONS.flatMap((what) => {
    const inARow = pauseAfter[what];
    return inARow === undefined ? [] : [pauseReasonWords(what, inARow, say)];
  });
  return say("engine.pause-after", { reasons: listed(reasons, say, "or") });
}

const PAUSE_REASONS = ["soldOut", "paymentErrors", "refunds"] as const;

/** "3 payment errors", completing "after …" */
export function pauseReasonWords(what: keyof PauseAfter, inARow: number, say: Say): string {
  return say("engine.pause-reason", { what, count: inARow });
}
