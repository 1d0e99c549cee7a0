import type { VariantId } from "../../values/ids.ts";
import { id, list } from "../shapes.ts";
import { type ConditionWords, counted } from "./condition-words.ts";
import { lineQuantifier, linesSeen } from "./line-words.ts";

export const variantWords: ConditionWords<"variant"> = {
  parameters: {
    lines: lineQuantifier,
    variants: list(id<VariantId>("problem.variant.id"), {
      message: "problem.condition.variants",
      most: 5_000,
    }),
  },
  sentence: ({ lines, variants }, { say, variant }) =>
    say("engine.condition.bought", { lines, ...counted(variants, variant, say) }),
  was: (_spec, facts) => linesSeen(facts, "variant", ({ variant }) => variant),
};
