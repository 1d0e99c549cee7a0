import { list, text } from "../shapes.ts";
import { type ConditionWords, counted, quotedBy } from "./condition-words.ts";
import { lineQuantifier, productsSeen } from "./line-words.ts";

export const typeWords: ConditionWords<"type"> = {
  parameters: {
    lines: lineQuantifier,
    types: list(text("problem.condition.type", 255), { message: "problem.condition.types", most: 250 }),
  },
  sentence: ({ lines, types }, { say }) =>
    say("engine.condition.type", { lines, ...counted(types, quotedBy(say), say) }),
  was: (_spec, facts, catalog) => productsSeen(facts, catalog, "type", ({ type }) => type),
};
