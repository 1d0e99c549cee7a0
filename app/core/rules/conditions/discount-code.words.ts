import { list, oneOf, text } from "../shapes.ts";
import { type ConditionWords, namesOf, quoted } from "./condition-words.ts";
import { TEXT_QUANTIFIERS } from "./texts.ts";

export const discountCodeWords: ConditionWords<"discount-code"> = {
  parameters: {
    of: oneOf(TEXT_QUANTIFIERS, "Say how many of the codes: any, all or none."),
    codes: list(text("A discount code is a text.", 255), {
      sentence: "Write at least one discount code.",
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
