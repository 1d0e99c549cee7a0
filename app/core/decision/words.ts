import { FACT_NAMES, type FactName } from "../facts/fact-names.ts";
import { conditions } from "../rules/conditions/index.ts";
import { conditionSentence } from "../rules/conditions/words.ts";
import type { ShopNames } from "../rules/names.ts";
import type { RuleId } from "../values/ids.ts";
import { unreachable } from "../values/invariant.ts";
import { listed, type Say } from "../values/say.ts";
import type { ConditionTrace, NeededChange, NothingReason, RankedBy, TriedProduct, Verdict } from "./decision.ts";
import { guardSentence } from "./guard.words.ts";
import { seenWords } from "./seen.words.ts";

/** What became of a candidate: "Lunch bags fitted too, but Teacups → Cakestand stands before it: priority 2 after 1." */
export function sentenceOf(verdict: Verdict, all: readonly Verdict[], names: ShopNames): string {
  const { outcome, ruleName } = verdict;
  switch (outcome.kind) {
    case "won":
      return `${ruleName} won${rivals(all)}.`;
    case "lost":
      return `${ruleName} fitted too, but ${lossTo(verdict, outcome.to, outcome.by, all)}.`;
    case "unfit":
      return outcome.because === "failed"
        ? `${ruleName} did not fit: its conditions do not hold for this order.`
        : `${ruleName} could not be judged: not everything its conditions ask is known here.`;
    case "not-scheduled":
      return `${ruleName} fitted, but it did not speak at that moment: ${scheduledWords(outcome, names)}.`;
    case "dropped":
      return `${ruleName} fitted, but ${guardSentence(outcome.guard, names)}.`;
    default:
      return unreachable(outcome);
  }
}

/** One condition with its outcome: "✓ bought Regency Teacup (line 2: Regency Teacup)". The mark: true, false or unknown. */
export function traceSentence({ spec, holds, was }: ConditionTrace, names: ShopNames): string {
  const sentence = conditionSentence(spec, names);
  const seen = was === undefined ? "" : ` (${seenWords(was, names)})`;
  switch (holds) {
    case "true":
      return `✓ ${sentence}${seen}`;
    case "false":
      return `✗ ${sentence}${seen}`;
    case "unknown":
      return `? ${sentence} (not known here: ${askedWords(spec.kind, names.say)})`;
    default:
      return unreachable(holds);
  }
}

/** A product that was looked at and not offered: "Not offered: Regency Teacup is sold out." */
export function triedSentence(
  { guard }: Pick<TriedProduct, "guard"> & Partial<TriedProduct>,
  names: ShopNames,
): string {
  return `Not offered: ${guardSentence(guard, names)}.`;
}

/** The smallest change that would have let it win; undefined for the winner, and where none can be told. */
export function wouldHaveWonSentence(verdict: Verdict, all: readonly Verdict[], names: ShopNames): string | undefined {
  const needed = verdict.wouldHaveWon ?? [];
  if (needed.length === 0) return undefined;
  return `${verdict.ruleName} would have won if ${needed.map((one) => neededWords(one, verdict, all, names)).join(", and if ")}.`;
}

/** Why a purchase was shown nothing, before the details. */
export function whyNothing(reason: NothingReason, _say: Say): string {
  switch (reason) {
    case "no-rules":
      return "No rule was live on this page at that moment.";
    case "no-rule-fits":
      return "No live rule fits this order.";
    case "nothing-to-sell":
      return "A rule fits, but what it offers could not be sold to this order.";
    case "foreign-currency":
      return "This order was paid in another currency than the shop's: Shopify shows no post-purchase page for those.";
    default:
      return unreachable(reason);
  }
}

function neededWords(change: NeededChange, { conditions }: Verdict, all: readonly Verdict[], names: ShopNames): string {
  switch (change.kind) {
    case "condition": {
      const trace = conditions[change.index];
      const sentence = trace ? conditionSentence(trace.spec, names) : `fits condition ${change.index + 1}`;
      return `the order ${change.holds ? "had been" : "had not been"} one that ${sentence}`;
    }
    case "guard":
      return `it were not so that ${guardSentence(change.guard, names)}`;
    case "schedule":
      return "its schedule had let it speak at that moment";
    case "rank":
      return rankWords(change.by, nameOf(change.before, all));
    default:
      return unreachable(change);
  }
}

function rankWords(by: RankedBy, winner: string): string {
  switch (by) {
    case "priority":
      return `its priority stood before that of ${winner}`;
    case "specificity":
      return `it asked for more of an order than ${winner}`;
    case "expected-value":
      return `it promised to bring in more than ${winner}`;
    case "edited-later":
      return `it had been edited after ${winner}`;
    case "id":
      return `its id stood before that of ${winner}`;
    default:
      return unreachable(by);
  }
}

function lossTo(loser: Verdict, winner: RuleId, by: RankedBy, all: readonly Verdict[]): string {
  const name = nameOf(winner, all);
  switch (by) {
    case "priority": {
      const first = all.find(({ rule }) => rule === winner)?.priority ?? "a lower number";
      return `${name} stands before it: priority ${loser.priority} after ${first}`;
    }
    case "specificity":
      return `${name} has the same priority and asks for more of an order`;
    case "expected-value":
      return `${name} has the same priority and promises to bring in more`;
    case "edited-later":
      return `${name} has the same priority and was edited later`;
    case "id":
      return `${name} has the same priority and was edited at the same moment; the earlier id goes first`;
    default:
      return unreachable(by);
  }
}

function nameOf(id: RuleId, all: readonly Verdict[]): string {
  return all.find(({ rule }) => rule === id)?.ruleName ?? id;
}

function rivals(all: readonly Verdict[]): string {
  const fitting = all.filter(({ outcome }) => outcome.kind === "won" || outcome.kind === "lost").length;
  return fitting > 1 ? ` of ${fitting} that fit` : ": it fits and nothing stands before it";
}

function scheduledWords(
  { from, until }: { readonly from?: string; readonly until?: string },
  { moment }: ShopNames,
): string {
  const begin = from === undefined ? "" : `it begins on ${moment(from)}`;
  const end = until === undefined ? "" : `it ends before ${moment(until)}`;
  return [begin, end].filter(Boolean).join(" and ");
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
