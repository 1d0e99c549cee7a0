import { list, text } from "../shapes.ts";
import { type ConditionWords, quoted } from "./condition-words.ts";
import { lineQuantifier, productsSeen, somethingWords } from "./line-words.ts";

export const vendorWords: ConditionWords<"vendor"> = {
  parameters: {
    lines: lineQuantifier,
    vendors: list(text("problem.condition.vendor", 255), { message: "problem.condition.vendors", most: 250 }),
  },
  sentence: ({ lines, vendors }) => somethingWords(lines, "by the vendor", vendors, quoted),
  was: (_spec, facts, catalog) => productsSeen(facts, catalog, "vendor", ({ vendor }) => vendor),
};
