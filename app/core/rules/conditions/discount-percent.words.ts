import { optional, percent } from "../shapes.ts";
import { betweenWords, type ConditionWords, percentWords } from "./condition-words.ts";

const share = optional(percent(0, 100, "problem.condition.discount-percent"));

export const discountPercentWords: ConditionWords<"discount-percent"> = {
  parameters: { atLeast: share, atMost: share },
  bounds: true,
  sentence: (bounds, { say }) => {
    const written = betweenWords(bounds, (share) => percentWords(share, say), say);
    return say("engine.condition.discount-percent", { bounds: written });
  },
  was: (_spec, { subtotal, discountTotal }) => discountTotal && { off: discountTotal, left: subtotal },
};
