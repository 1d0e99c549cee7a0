import { optional, wholeNumber } from "../shapes.ts";
import { type ConditionWords, countBetween } from "./condition-words.ts";

const count = optional(wholeNumber(0, 10_000, "problem.condition.line-count"));

export const lineCountWords: ConditionWords<"line-count"> = {
  parameters: { atLeast: count, atMost: count },
  bounds: true,
  sentence: (bounds, { say }) => say("engine.condition.line-count", countBetween(bounds, say)),
  was: (_spec, { lines }) => lines.length,
};
