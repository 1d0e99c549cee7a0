import { list, text, textLike } from "../shapes.ts";
import { type ConditionWords, counted, quotedBy } from "./condition-words.ts";
import { plainLineQuantifier, productsSeen } from "./line-words.ts";

export const productMetafieldWords: ConditionWords<"product-metafield"> = {
  parameters: {
    lines: plainLineQuantifier,
    namespace: textLike(/^[\w-]{2,255}$/, "problem.condition.metafield-namespace"),
    key: textLike(/^[\w-]{2,64}$/, "problem.condition.metafield-key"),
    values: list(text("problem.condition.metafield-value", 1_000), { message: "problem.condition.values", most: 100 }),
  },
  sentence: ({ lines, namespace, key, values }, { say }) =>
    say("engine.condition.product-metafield", {
      lines,
      field: `${namespace}.${key}`,
      ...counted(values, quotedBy(say), say),
    }),
  was: ({ namespace, key }, facts, catalog) =>
    productsSeen(facts, catalog, "value", ({ metafields }) => metafields[`${namespace}.${key}`] ?? null),
};
