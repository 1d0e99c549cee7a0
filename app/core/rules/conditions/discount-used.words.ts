import { trueOrFalse } from "../shapes.ts";
import type { ConditionWords } from "./condition-words.ts";

export const discountUsedWords: ConditionWords<"discount-used"> = {
  parameters: { used: trueOrFalse("problem.condition.discount-used") },
  sentence: ({ used }) => (used ? "used a discount" : "used no discount"),
  was: (_spec, { discountTotal, discountCodes }) =>
    discountTotal || discountCodes
      ? { ...(discountTotal ? { off: discountTotal } : {}), ...(discountCodes ? { codes: discountCodes } : {}) }
      : undefined,
};
