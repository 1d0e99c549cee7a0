import { FACT_NAMES, type FactName } from "../facts/fact-names.ts";
import { conditions } from "../rules/conditions/index.ts";
import { clockRead } from "../rules/conditions/shop-time.words.ts";
import { conditionSentence } from "../rules/conditions/words.ts";
import type { ShopNames } from "../rules/names.ts";
import type { RuleId } from "../values/ids.ts";
import { unreachable } from "../values/invariant.ts";
import { joinedWith, listed, type Say } from "../values/say.ts";
import type { ConditionTrace, NeededChange, RankedBy, TriedProduct, Verdict } from "./decision.ts";
import { guardSentence } from "./guard.words.ts";
import { seenWords } from "./seen.words.ts";

/** What became of a candidate: "Lunch bags fitted too, but Teacups → Cakestand stands before it: priority 2 after 1." */
export function sentenceOf(verdict: Verdict, all: readonly Verdict[], names: ShopNames): string {
  const { say } = names;
  const { outcome, ruleName: rule } = verdict;
  switch (outcome.kind) {
    case "won": {
      const count = all.filter(({ outcome: { kind } }) => kind === "won" || kind === "lost").length;
      return count > 1 ? say("engine.verdict.won-of", { rule, count }) : say("engine.verdict.won", { rule });
    }
    case "lost":
      return say("engine.verdict.lost", { rule, why: lossTo(verdict, outcome, all, say) });
    case "unfit":
      return say("engine.verdict.unfit", { rule, because: outcome.because });
    case "not-scheduled":
      return say("engine.verdict.not-scheduled", { rule, ...scheduleValues(outcome, names) });
    case "dropped":
      return say("engine.verdict.dropped", { rule, guard: guardSentence(outcome.guard, names) });
    default:
      return unreachable(outcome);
  }
}

/** One condition with its outcome: "✓ bought Regency Teacup (line 2: Regency Teacup)". The mark: true, false or unknown. */
export function traceSentence({ spec, holds, was }: ConditionTrace, names: ShopNames): string {
  const { say } = names;
  const clause = conditionSentence(spec, names);
  const seen = was === undefined ? undefined : seenIn(spec, was, names);
  switch (holds) {
    case "true":
      return seen === undefined
        ? say("engine.verdict.holds", { clause })
        : say("engine.verdict.holds-seen", { clause, seen });
    case "false":
      return seen === undefined
        ? say("engine.verdict.fails", { clause })
        : say("engine.verdict.fails-seen", { clause, seen });
    case "unknown":
      return say("engine.verdict.unknown", { clause, facts: askedWords(spec.kind, say) });
    default:
      return unreachable(holds);
  }
}

/** The shop's clock is told in the reader's words, all else as it is. */
function seenIn(spec: ConditionTrace["spec"], was: unknown, names: ShopNames): string {
  const clock = CLOCK_KINDS.has(spec.kind) ? clockRead(was) : undefined;
  if (!clock) return seenWords(was, names);
  const weekday = names.say("engine.weekday", { weekday: clock.weekday });
  return names.say("engine.seen.clock", { weekday, moment: names.moment(clock.moment) });
}

const CLOCK_KINDS: ReadonlySet<ConditionTrace["kind"]> = new Set(["date", "weekday", "hour"]);

/** A product that was looked at and not offered: "Not offered: Regency Teacup is sold out." */
export function triedSentence(
  { guard }: Pick<TriedProduct, "guard"> & Partial<TriedProduct>,
  names: ShopNames,
): string {
  return names.say("engine.verdict.tried", { guard: guardSentence(guard, names) });
}

/** The smallest change that would have let it win; undefined for the winner, and where none can be told. */
export function wouldHaveWonSentence(verdict: Verdict, all: readonly Verdict[], names: ShopNames): string | undefined {
  const needed = (verdict.wouldHaveWon ?? []).map((one) => neededWords(one, verdict, all, names));
  if (needed.length === 0) return undefined;
  const together = joinedWith("engine.verdict.and-if", names.say, needed);
  return names.say("engine.verdict.would-have-won", { rule: verdict.ruleName, needed: together });
}

/** All that is said of a verdict below its sentence: its conditions, what was tried, what would have let it win. */
export function verdictLines(verdict: Verdict, all: readonly Verdict[], names: ShopNames): readonly string[] {
  const wouldHaveWon = wouldHaveWonSentence(verdict, all, names);
  return [
    ...verdict.conditions.map((trace) => traceSentence(trace, names)),
    ...verdict.tried.map((tried) => triedSentence(tried, names)),
    ...(wouldHaveWon === undefined ? [] : [wouldHaveWon]),
  ];
}

function neededWords(change: NeededChange, { conditions }: Verdict, all: readonly Verdict[], names: ShopNames): string {
  const { say } = names;
  switch (change.kind) {
    case "condition": {
      const trace = conditions[change.index];
      const clause = trace
        ? conditionSentence(trace.spec, names)
        : say("engine.verdict.nth-condition", { number: change.index + 1 });
      return say("engine.verdict.needed-condition", { holds: change.holds ? "yes" : "no", clause });
    }
    case "guard":
      return say("engine.verdict.needed-guard", { guard: guardSentence(change.guard, names) });
    case "schedule":
      return say("engine.verdict.needed-schedule");
    case "rank":
      return say("engine.verdict.needed-rank", { by: RANKED_BY[change.by], winner: nameOf(change.before, all) });
    default:
      return unreachable(change);
  }
}

/** What a text needs to say "it begins on 2026-11-27 09:00 and it ends before 2026-12-01". */
function scheduleValues(
  { from, until }: Extract<Verdict["outcome"], { kind: "not-scheduled" }>,
  { moment }: ShopNames,
) {
  return {
    shape: until === undefined ? "from" : from === undefined ? "until" : "both",
    from: from === undefined ? "" : moment(from),
    until: until === undefined ? "" : moment(until),
  };
}

/** As the texts call them. */
const RANKED_BY = {
  priority: "priority",
  specificity: "specificity",
  "expected-value": "value",
  "edited-later": "edited",
  id: "id",
} as const satisfies Readonly<Record<RankedBy, string>>;

function lossTo(
  loser: Verdict,
  { to, by }: Extract<Verdict["outcome"], { kind: "lost" }>,
  all: readonly Verdict[],
  say: Say,
): string {
  const first = all.find(({ rule }) => rule === to)?.priority ?? say("engine.verdict.lower-number");
  return say("engine.verdict.loss", { by: RANKED_BY[by], winner: nameOf(to, all), mine: loser.priority, first });
}

function nameOf(id: RuleId, all: readonly Verdict[]): string {
  return all.find(({ rule }) => rule === id)?.ruleName ?? id;
}

/** Known of every purchase: where more is asked, it is not one of these that is missing. */
const ALWAYS_KNOWN: ReadonlySet<FactName> = new Set(["lines", "subtotal", "currency", "locale", "now"]);

function askedWords(kind: ConditionTrace["kind"], say: Say): string {
  const needs: readonly FactName[] = conditions[kind].needs;
  const missing = needs.filter((fact) => !ALWAYS_KNOWN.has(fact));
  return listed(
    (missing.length > 0 ? missing : needs).map((fact) => say(FACT_NAMES[fact])),
    say,
  );
}
