import { list, oneOf, text } from "../shapes.ts";
import { type ConditionWords, counted, quotedBy } from "./condition-words.ts";
import { TEXT_QUANTIFIERS } from "./texts.ts";

export const discountCodeWords: ConditionWords<"discount-code"> = {
  parameters: {
    of: oneOf(TEXT_QUANTIFIERS, "problem.condition.codes-of"),
    codes: list(text("problem.condition.code", 255), {
      message: "problem.condition.codes",
      most: 1_000,
    }),
  },
  sentence: ({ of, codes }, { say }) =>
    say("engine.condition.discount-code", { of, ...counted(codes, quotedBy(say), say) }),
  was: (_spec, { discountCodes }) => discountCodes,
};
