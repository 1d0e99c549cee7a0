import type { ConditionWords } from "./condition-words.ts";

export const boughtAnyOfWords: ConditionWords<"bought-any-of"> = {
  sentence: ({ products }, nameOf) =>
    products.length === 1 && products[0] !== undefined
      ? `bought ${nameOf(products[0])}`
      : `bought any of ${products.map(nameOf).join(", ")}`,
};
