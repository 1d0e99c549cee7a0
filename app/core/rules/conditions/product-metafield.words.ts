import { list, text, textLike } from "../shapes.ts";
import { type ConditionWords, quoted } from "./condition-words.ts";
import { plainLineQuantifier, productsSeen, somethingWords } from "./line-words.ts";

export const productMetafieldWords: ConditionWords<"product-metafield"> = {
  parameters: {
    lines: plainLineQuantifier,
    namespace: textLike(/^[\w-]{2,255}$/, "A metafield's namespace is letters, digits, - and _, such as custom."),
    key: textLike(/^[\w-]{2,64}$/, "A metafield's key is letters, digits, - and _, such as material."),
    values: list(text("A value is a text.", 1_000), { sentence: "Write at least one value.", most: 100 }),
  },
  sentence: ({ lines, namespace, key, values }) =>
    somethingWords(lines, `whose ${namespace}.${key} is`, values, quoted),
  was: ({ namespace, key }, facts, catalog) =>
    productsSeen(facts, catalog, "value", ({ metafields }) => metafields[`${namespace}.${key}`] ?? null),
};
