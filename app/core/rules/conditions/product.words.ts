import type { ProductId } from "../../values/ids.ts";
import { id, list } from "../shapes.ts";
import { type ConditionWords, counted, linesWhere } from "./condition-words.ts";
import { lineQuantifier } from "./line-words.ts";

export const productWords: ConditionWords<"product"> = {
  parameters: {
    lines: lineQuantifier,
    products: list(id<ProductId>("problem.product.id"), {
      message: "problem.condition.products",
      most: 5_000,
    }),
  },
  sentence: ({ lines, products }, { say, product }) =>
    say("engine.condition.bought", { lines, ...counted(products, product, say) }),
  was: ({ products }, facts) => linesWhere(facts, ({ product }) => products.includes(product)),
};
