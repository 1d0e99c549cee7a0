import { list, text, textLike } from "../shapes.ts";
import { type ConditionWords, quoted } from "./condition-words.ts";
import { plainLineQuantifier, productsSeen, somethingWords } from "./line-words.ts";

export const productMetafieldWords: ConditionWords<"product-metafield"> = {
  parameters: {
    lines: plainLineQuantifier,
    namespace: textLike(/^[\w-]{2,255}$/, "problem.condition.metafield-namespace"),
    key: textLike(/^[\w-]{2,64}$/, "problem.condition.metafield-key"),
    values: list(text("problem.condition.metafield-value", 1_000), { message: "problem.condition.values", most: 100 }),
  },
  sentence: ({ lines, namespace, key, values }) =>
    somethingWords(lines, `whose ${namespace}.${key} is`, values, quoted),
  was: ({ namespace, key }, facts, catalog) =>
    productsSeen(facts, catalog, "value", ({ metafields }) => metafields[`${namespace}.${key}`] ?? null),
};
