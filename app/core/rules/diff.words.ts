import { unreachable } from "../values/invariant.ts";
import type { Names } from "./conditions/condition-words.ts";
import { pathSentence } from "./offer.words.ts";
import { offerDifferenceWords } from "./offer-diff.words.ts";
import {
  clauseSentence,
  limitsWords,
  pauseAfterWords,
  pauseReasonWords,
  ruleSentence,
  scheduleWords,
  whereWords,
} from "./rule.words.ts";
import type { RulebookDifference, RuleDifference, StepPlace } from "./rulebook-difference.ts";

/** One difference as a sentence: "Teacups → Cakestand: it is offered at 15 % off instead of at 10 % off." */
export function differenceSentence(difference: RulebookDifference, names: Names): string {
  switch (difference.kind) {
    case "priceCapPercent":
      return `For all rules the price cap is ${instead(difference, percentOrOff)}.`;
    case "marginFloorPercent":
      return `For all rules the margin floor is ${instead(difference, percentOrOff)}.`;
    case "rule-added":
      return `${difference.rule.name} is new (${difference.rule.status}): ${ruleSentence(difference.rule, names)}`;
    case "rule-removed":
      return `${difference.rule.name} is gone: ${ruleSentence(difference.rule, names)}`;
    default:
      return `${difference.ruleName}: ${ruleDifferenceWords(difference, names)}.`;
  }
}

/** What comes after the rule's name. */
function ruleDifferenceWords(difference: RuleDifference, names: Names): string {
  switch (difference.kind) {
    case "name":
      return `it is called so instead of ${difference.before}`;
    case "status":
      return statusWords(difference);
    case "pausedBecause":
      return difference.after
        ? `it paused itself after ${pauseReasonWords(difference.after.what, difference.after.inARow, names.say)} in a row`
        : "what it paused itself for is settled";
    case "surfaces":
      return `it speaks ${instead(difference, (surfaces) => whereWords(surfaces, names.say))}`;
    case "priority":
      return `its priority is ${instead(difference, String)}`;
    case "schedule":
      return `it speaks ${instead(difference, (schedule) => (schedule ? scheduleWords(schedule, names) : "at any time"))}`;
    case "limits":
      return `it is offered ${instead(difference, (limits) => (limits ? limitsWords(limits, names) : "without limits"))}`;
    case "pauseAfter":
      return `it pauses itself ${instead(difference, (after) => (after ? pauseAfterWords(after, names.say) : "never"))}`;
    case "condition-added":
      return `it also asks for an order that ${clauseSentence(difference.condition, names)}`;
    case "condition-removed":
      return `it no longer asks for an order that ${clauseSentence(difference.condition, names)}`;
    case "condition-changed":
    case "conditions-rewritten":
      return `it asks for ${instead(difference, (clause) => `an order that ${clauseSentence(clause, names)}`)}`;
    case "step-added":
      return `${answers(difference.at)}, it goes on: offer ${pathSentence(difference.step, names)}`;
    case "step-removed":
      return `${answers(difference.at)}, it no longer goes on: offer ${pathSentence(difference.step, names)}`;
    case "offer-changed": {
      const where = difference.at.length > 0 ? `${answers(difference.at)}, ` : "";
      return `${where}${offerDifferenceWords(difference, names)}`;
    }
    case "saved-again":
      return "it says the same, but was saved again";
    default:
      return unreachable(difference);
  }
}

function statusWords({ before, after }: Extract<RuleDifference, { kind: "status" }>): string {
  if (after === "paused") return "it is paused";
  if (after === "archived") return "it is archived";
  if (after === "draft") return "it is a draft again";
  return before === "paused" ? "it goes on after a pause" : "it is live";
}

/** "if accepted, then declined" */
function answers(at: StepPlace): string {
  return `if ${at.map((answer) => (answer === "ifAccepted" ? "accepted" : "declined")).join(", then ")}`;
}

/** "2 instead of 1" */
function instead<Value>(
  { before, after }: { readonly before: Value; readonly after: Value },
  words: (value: Value) => string,
): string {
  return `${words(after)} instead of ${words(before)}`;
}

function percentOrOff(percent: number | undefined): string {
  return percent === undefined ? "off" : `${percent} %`;
}
