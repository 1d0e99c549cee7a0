import { optional, percent } from "../shapes.ts";
import { betweenWords, type ConditionWords } from "./condition-words.ts";

const share = optional(percent(0, 100, "problem.condition.discount-percent"));

export const discountPercentWords: ConditionWords<"discount-percent"> = {
  parameters: { atLeast: share, atMost: share },
  bounds: true,
  sentence: ({ atLeast, atMost }) => `had a discount of ${betweenWords(atLeast, atMost, (share) => `${share} %`)}`,
  was: (_spec, { subtotal, discountTotal }) => discountTotal && { off: discountTotal, left: subtotal },
};
