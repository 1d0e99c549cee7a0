import { list, oneOf, text } from "../shapes.ts";
import { type ConditionWords, namesOf, quoted } from "./condition-words.ts";
import { TEXT_QUANTIFIERS } from "./texts.ts";

export const customerTagWords: ConditionWords<"customer-tag"> = {
  parameters: {
    of: oneOf(TEXT_QUANTIFIERS, "Say how many of the tags: any, all or none."),
    tags: list(text("A tag is a text.", 255), { sentence: "Choose at least one tag.", most: 250 }),
  },
  sentence: ({ of, tags }) => {
    const named = namesOf(tags, quoted);
    if (tags.length === 1) return `is by a customer ${of === "none" ? "not " : ""}tagged ${named}`;
    return `is by a customer tagged ${of === "none" ? "none" : of} of ${named}`;
  },
  was: (_spec, { history }) => history?.tags,
};
