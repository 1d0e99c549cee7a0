import type { ConditionWords } from "./condition-words.ts";
import { plainLineQuantifier, productsSeen } from "./line-words.ts";

export const requiresShippingWords: ConditionWords<"requires-shipping"> = {
  parameters: { lines: plainLineQuantifier },
  sentence: ({ lines }, { say }) => say("engine.condition.requires-shipping", { lines }),
  was: (_spec, facts, catalog) =>
    productsSeen(
      facts,
      catalog,
      "needs shipping",
      ({ variants }, line) => variants.find(({ id }) => id === line.variant)?.requiresShipping,
    ),
};
