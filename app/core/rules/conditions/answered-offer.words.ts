import type { RuleId } from "../../values/ids.ts";
import { list, oneOf, optional, type Shape, textLike, wholeNumber } from "../shapes.ts";
import { type ConditionWords, counted } from "./condition-words.ts";
import { isEarlier } from "./history.ts";

const ruleId = textLike(/^[a-z0-9-]{1,64}$/, "problem.rule.id");

export const answeredOfferWords: ConditionWords<"answered-offer"> = {
  parameters: {
    answer: oneOf(["accepted", "declined"], "problem.condition.answer"),
    rules: optional(list(ruleId as Shape<RuleId>, { message: "problem.condition.rules", most: 250 })),
    withinDays: optional(wholeNumber(1, 36_500, "problem.condition.within-days")),
  },
  sentence: ({ answer, rules = [], withinDays: days = 0 }, { say, rule }) =>
    say("engine.condition.answered-offer", { answer, days, ...counted(rules, rule, say) }),
  was: ({ rules }, facts) =>
    facts.history?.answers
      .filter((past) => isEarlier(past, facts) && (!rules || rules.includes(past.rule)))
      .map(({ rule, answer, at }) => ({ rule, answer, when: new Date(at).toISOString() })),
};
