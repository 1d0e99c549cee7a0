import { list, text } from "../shapes.ts";
import { type ConditionWords, quoted } from "./condition-words.ts";
import { lineQuantifier, productsSeen, somethingWords } from "./line-words.ts";

export const typeWords: ConditionWords<"type"> = {
  parameters: {
    lines: lineQuantifier,
    types: list(text("problem.condition.type", 255), { message: "problem.condition.types", most: 250 }),
  },
  sentence: ({ lines, types }) => somethingWords(lines, "of the type", types, quoted),
  was: (_spec, facts, catalog) => productsSeen(facts, catalog, "type", ({ type }) => type),
};
