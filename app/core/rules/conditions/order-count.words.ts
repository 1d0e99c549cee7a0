import { optional, wholeNumber } from "../shapes.ts";
import { type ConditionWords, countWords } from "./condition-words.ts";
import { ordersSeen } from "./history.words.ts";

const count = optional(wholeNumber(0, 100_000, "problem.condition.order-count"));

export const orderCountWords: ConditionWords<"order-count"> = {
  parameters: { atLeast: count, atMost: count },
  bounds: true,
  sentence: (bounds) => `is by a customer with ${countWords(bounds, "earlier order", "earlier orders")}`,
  was: (_spec, facts) => ordersSeen(facts),
};
