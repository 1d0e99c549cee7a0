import type { VariantId } from "../../values/ids.ts";
import { id, list } from "../shapes.ts";
import type { ConditionWords } from "./condition-words.ts";
import { boughtWords, lineQuantifier, linesSeen } from "./line-words.ts";

export const variantWords: ConditionWords<"variant"> = {
  parameters: {
    lines: lineQuantifier,
    variants: list(id<VariantId>("problem.variant.id"), {
      message: "problem.condition.variants",
      most: 5_000,
    }),
  },
  sentence: ({ lines, variants }, names) => boughtWords(lines, variants, names.variant),
  was: (_spec, facts) => linesSeen(facts, "variant", ({ variant }) => variant),
};
