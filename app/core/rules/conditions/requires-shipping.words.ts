import type { ConditionWords } from "./condition-words.ts";
import { plainLineQuantifier, productsSeen } from "./line-words.ts";

export const requiresShippingWords: ConditionWords<"requires-shipping"> = {
  parameters: { lines: plainLineQuantifier },
  sentence: ({ lines }) =>
    ({
      any: "bought something that needs shipping",
      only: "bought only things that need shipping",
      none: "bought nothing that needs shipping",
    })[lines],
  was: (_spec, facts, catalog) =>
    productsSeen(
      facts,
      catalog,
      "needs shipping",
      ({ variants }, line) => variants.find(({ id }) => id === line.variant)?.requiresShipping,
    ),
};
