import { list, text } from "../shapes.ts";
import { type ConditionWords, counted, quotedBy } from "./condition-words.ts";
import { lineQuantifier, productsSeen } from "./line-words.ts";

export const vendorWords: ConditionWords<"vendor"> = {
  parameters: {
    lines: lineQuantifier,
    vendors: list(text("problem.condition.vendor", 255), { message: "problem.condition.vendors", most: 250 }),
  },
  sentence: ({ lines, vendors }, { say }) =>
    say("engine.condition.vendor", { lines, ...counted(vendors, quotedBy(say), say) }),
  was: (_spec, facts, catalog) => productsSeen(facts, catalog, "vendor", ({ vendor }) => vendor),
};
