import { optional, wholeNumber } from "../shapes.ts";
import { type ConditionWords, countWords } from "./condition-words.ts";

const count = optional(wholeNumber(0, 10_000, "problem.condition.line-count"));

export const lineCountWords: ConditionWords<"line-count"> = {
  parameters: { atLeast: count, atMost: count },
  bounds: true,
  sentence: (bounds) => `has ${countWords(bounds, "line", "lines")}`,
  was: (_spec, { lines }) => lines.length,
};
