import { list, text } from "../shapes.ts";
import { type ConditionWords, quoted } from "./condition-words.ts";
import { lineQuantifier, productsSeen, somethingWords } from "./line-words.ts";

export const vendorWords: ConditionWords<"vendor"> = {
  parameters: {
    lines: lineQuantifier,
    vendors: list(text("A vendor is a text.", 255), { sentence: "Choose at least one vendor.", most: 250 }),
  },
  sentence: ({ lines, vendors }) => somethingWords(lines, "by the vendor", vendors, quoted),
  was: (_spec, facts, catalog) => productsSeen(facts, catalog, "vendor", ({ vendor }) => vendor),
};
