import { unreachable } from "../values/invariant.ts";
import { joinedWith, type Say } from "../values/say.ts";
import { type Names, percentWords, quotedBy } from "./conditions/condition-words.ts";
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
import type { Rule } from "./rulebook.ts";
import type { RulebookDifference, RuleDifference, StepPlace } from "./rulebook-difference.ts";

/** One difference as a sentence: "Teacups → Cakestand: it is offered at 15% off instead of at 10% off." */
export function differenceSentence(difference: RulebookDifference, names: Names): string {
  const { say } = names;
  switch (difference.kind) {
    case "priceCapPercent":
      return say("engine.difference.price-cap", instead(difference, percentOrOff(say), say));
    case "marginFloorPercent":
      return say("engine.difference.margin-floor", instead(difference, percentOrOff(say), say));
    case "offerAgainWhatWasBought":
      return say("engine.difference.offer-again", { again: difference.after ? "yes" : "no" });
    case "words": {
      const { place, language } = difference;
      const quoted = orElse(quotedBy(say), say("engine.difference.no-words"));
      return say("engine.difference.shop-words", {
        place,
        language: names.language(language),
        ...instead(difference, quoted, say),
      });
    }
    case "pictures":
      return say("engine.difference.pictures", { pictures: difference.after ?? "shown" });
    case "rule-added":
      return say("engine.difference.rule-added", {
        ...wholeRule(difference.rule, names),
        status: difference.rule.status,
      });
    case "rule-removed":
      return say("engine.difference.rule-removed", wholeRule(difference.rule, names));
    case "rules-aside":
      return say("engine.difference.rules-aside", { count: difference.rules });
    default: {
      const told = ruleDifferenceWords(difference, names);
      return say("engine.difference.of-rule", { rule: difference.ruleName, difference: told });
    }
  }
}

/** The same below the rule's own name: "It is offered at 15% off instead of at 10% off." */
export function ownDifferenceSentence(difference: RulebookDifference, names: Names): string {
  const { say } = names;
  if (difference.kind === "rule-added") {
    const { status } = difference.rule;
    return say("engine.difference.new", { sentence: ruleSentence(difference.rule, names), status });
  }
  if (difference.kind === "rule-removed") {
    return say("engine.difference.gone", { sentence: ruleSentence(difference.rule, names) });
  }
  if (!isOfRule(difference)) return differenceSentence(difference, names);
  const sentence = say("engine.difference.alone", { difference: ruleDifferenceWords(difference, names) });
  return sentence.charAt(0).toUpperCase() + sentence.slice(1);
}

/** The rule that it is of, as it is called afterwards; undefined for what is said of all rules. */
export function ruleOfDifference(difference: RulebookDifference): Pick<Rule, "id" | "name"> | undefined {
  if (isOfRule(difference)) return { id: difference.rule, name: difference.ruleName };
  return difference.kind === "rule-added" || difference.kind === "rule-removed" ? difference.rule : undefined;
}

function isOfRule(difference: RulebookDifference): difference is Extract<RulebookDifference, { ruleName: string }> {
  return "ruleName" in difference;
}

function wholeRule(rule: Rule, names: Names) {
  return { rule: rule.name, sentence: ruleSentence(rule, names) };
}

/** What comes after the rule's name. */
function ruleDifferenceWords(difference: RuleDifference, names: Names): string {
  const { say } = names;
  switch (difference.kind) {
    case "name":
      return say("engine.difference.name", { before: difference.before, after: difference.after });
    case "status":
      return statusWords(difference, say);
    case "pausedBecause": {
      const { after } = difference;
      if (!after) return say("engine.difference.pause-settled");
      return say("engine.difference.paused-itself", { reason: pauseReasonWords(after.what, after.inARow, say) });
    }
    case "surfaces":
      return say(
        "engine.difference.surfaces",
        instead(difference, (surfaces) => whereWords(surfaces, say), say),
      );
    case "moved": {
      const { before, after } = difference;
      return say("engine.difference.moved", { before, after, where: before === after ? "same" : "other" });
    }
    case "priority":
      return say("engine.difference.priority", instead(difference, String, say));
    case "schedule":
      return say(
        "engine.difference.schedule",
        instead(
          difference,
          orElse((schedule) => scheduleWords(schedule, names), say("engine.difference.any-time")),
          say,
        ),
      );
    case "limits":
      return say(
        "engine.difference.limits",
        instead(
          difference,
          orElse((limits) => limitsWords(limits, names), say("engine.difference.no-limits")),
          say,
        ),
      );
    case "pauseAfter":
      return say(
        "engine.difference.pause-after",
        instead(
          difference,
          orElse((after) => pauseAfterWords(after, say), say("engine.difference.never")),
          say,
        ),
      );
    case "condition-added":
      return say("engine.difference.condition-added", { clause: clauseSentence(difference.condition, names) });
    case "condition-removed":
      return say("engine.difference.condition-removed", { clause: clauseSentence(difference.condition, names) });
    case "condition-changed":
    case "conditions-rewritten":
      return say(
        "engine.difference.conditions",
        instead(
          difference,
          (clause) => say("engine.difference.an-order", { clause: clauseSentence(clause, names) }),
          say,
        ),
      );
    case "step-added":
      return say("engine.difference.step-added", stepWords(difference, names));
    case "step-removed":
      return say("engine.difference.step-removed", stepWords(difference, names));
    case "offer-changed": {
      const told = offerDifferenceWords(difference, names);
      if (difference.at.length === 0) return told;
      return say("engine.difference.at-step", { place: placeWords(difference.at, say), difference: told });
    }
    case "saved-again":
      return say("engine.difference.saved-again");
    default:
      return unreachable(difference);
  }
}

function statusWords({ before, after }: Extract<RuleDifference, { kind: "status" }>, say: Say): string {
  const isResumed = after === "active" && before === "paused";
  return say("engine.difference.status", { status: isResumed ? "resumed" : after });
}

function stepWords({ at, step }: Extract<RuleDifference, { kind: "step-added" | "step-removed" }>, names: Names) {
  return { place: placeWords(at, names.say), path: pathSentence(step, names) };
}

/** "if accepted, then declined" */
function placeWords(at: StepPlace, say: Say): string {
  const answers = at.map((step) =>
    say("engine.difference.answer", { answer: step === "ifAccepted" ? "accepted" : "declined" }),
  );
  return say("engine.difference.place", { answers: joinedWith("engine.difference.then", say, answers) });
}

/** What a text needs to say "2 instead of 1". */
function instead<Value>(
  { before, after }: { readonly before: Value; readonly after: Value },
  words: (value: Value) => string,
  say: Say,
) {
  return { change: say("engine.difference.instead", { before: words(before), after: words(after) }) };
}

function orElse<Value>(words: (value: Value) => string, none: string): (value: Value | undefined) => string {
  return (value) => (value === undefined ? none : words(value));
}

function percentOrOff(say: Say): (percent: number | undefined) => string {
  return orElse((percent: number) => percentWords(percent, say), say("engine.difference.off"));
}
