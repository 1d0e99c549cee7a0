import { optional, wholeNumber } from "../shapes.ts";
import { type ConditionWords, countBetween } from "./condition-words.ts";
import { ordersSeen } from "./history.words.ts";

const count = optional(wholeNumber(0, 100_000, "problem.condition.order-count"));

export const orderCountWords: ConditionWords<"order-count"> = {
  parameters: { atLeast: count, atMost: count },
  bounds: true,
  sentence: (bounds, { say }) => say("engine.condition.order-count", countBetween(bounds, say)),
  was: (_spec, facts) => ordersSeen(facts),
};
