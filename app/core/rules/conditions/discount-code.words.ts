import { list, oneOf, text } from "../shapes.ts";
import { type ConditionWords, namesOf, quoted } from "./condition-words.ts";
import { TEXT_QUANTIFIERS } from "./texts.ts";

export const discountCodeWords: ConditionWords<"discount-code"> = {
  parameters: {
    of: oneOf(TEXT_QUANTIFIERS, "problem.condition.codes-of"),
    codes: list(text("problem.condition.code", 255), {
      message: "problem.condition.codes",
      most: 1_000,
    }),
  },
  sentence: ({ of, codes }) => {
    const named = namesOf(codes, quoted);
    if (codes.length === 1) return of === "none" ? `did not use the code ${named}` : `used the code ${named}`;
    return `used ${of} of the codes ${named}`;
  },
  was: (_spec, { discountCodes }) => discountCodes,
};
