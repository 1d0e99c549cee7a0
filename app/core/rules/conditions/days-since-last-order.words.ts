import { optional, wholeNumber } from "../shapes.ts";
import { type ConditionWords, countBetween } from "./condition-words.ts";
import { lastEarlier } from "./history.ts";

const days = optional(wholeNumber(0, 36_500, "problem.condition.days"));

export const daysSinceLastOrderWords: ConditionWords<"days-since-last-order"> = {
  parameters: { atLeast: days, atMost: days },
  bounds: true,
  sentence: (bounds, { say }) => say("engine.condition.days-since-last-order", countBetween(bounds, say)),
  was: (_spec, facts) => {
    const last = facts.history && lastEarlier(facts.history, facts);
    return last && { last: new Date(last.at).toISOString(), now: new Date(facts.at).toISOString() };
  },
};
