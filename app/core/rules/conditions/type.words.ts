import { list, text } from "../shapes.ts";
import { type ConditionWords, quoted } from "./condition-words.ts";
import { lineQuantifier, productsSeen, somethingWords } from "./line-words.ts";

export const typeWords: ConditionWords<"type"> = {
  parameters: {
    lines: lineQuantifier,
    types: list(text("A product type is a text.", 255), { sentence: "Choose at least one product type.", most: 250 }),
  },
  sentence: ({ lines, types }) => somethingWords(lines, "of the type", types, quoted),
  was: (_spec, facts, catalog) => productsSeen(facts, catalog, "type", ({ type }) => type),
};
