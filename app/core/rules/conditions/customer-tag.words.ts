import { list, oneOf, text } from "../shapes.ts";
import { type ConditionWords, counted, quotedBy } from "./condition-words.ts";
import { TEXT_QUANTIFIERS } from "./texts.ts";

export const customerTagWords: ConditionWords<"customer-tag"> = {
  parameters: {
    of: oneOf(TEXT_QUANTIFIERS, "problem.condition.tags-of"),
    tags: list(text("problem.condition.tag", 255), { message: "problem.condition.tags", most: 250 }),
  },
  sentence: ({ of, tags }, { say }) =>
    say("engine.condition.customer-tag", { of, ...counted(tags, quotedBy(say), say) }),
  was: (_spec, { history }) => history?.tags,
};
