import { list, oneOf, text } from "../shapes.ts";
import { type ConditionWords, namesOf, quoted } from "./condition-words.ts";
import { TEXT_QUANTIFIERS } from "./texts.ts";

export const customerTagWords: ConditionWords<"customer-tag"> = {
  parameters: {
    of: oneOf(TEXT_QUANTIFIERS, "problem.condition.tags-of"),
    tags: list(text("problem.condition.tag", 255), { message: "problem.condition.tags", most: 250 }),
  },
  sentence: ({ of, tags }) => {
    const named = namesOf(tags, quoted);
    if (tags.length === 1) return `is by a customer ${of === "none" ? "not " : ""}tagged ${named}`;
    return `is by a customer tagged ${of === "none" ? "none" : of} of ${named}`;
  },
  was: (_spec, { history }) => history?.tags,
};
