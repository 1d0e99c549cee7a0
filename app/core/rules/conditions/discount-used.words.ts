import { trueOrFalse } from "../shapes.ts";
import type { ConditionWords } from "./condition-words.ts";

export const discountUsedWords: ConditionWords<"discount-used"> = {
  parameters: { used: trueOrFalse("problem.condition.discount-used") },
  sentence: ({ used }, { say }) => say("engine.condition.discount-used", { used: used ? "yes" : "no" }),
  was: (_spec, { discountTotal, discountCodes }) =>
    discountTotal || discountCodes
      ? { ...(discountTotal ? { off: discountTotal } : {}), ...(discountCodes ? { codes: discountCodes } : {}) }
      : undefined,
};
