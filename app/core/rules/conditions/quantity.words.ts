import type { ProductId } from "../../values/ids.ts";
import { id, list, optional, wholeNumber } from "../shapes.ts";
import { type ConditionWords, countBetween, namesOf } from "./condition-words.ts";

const pieces = optional(wholeNumber(0, 1_000_000, "problem.condition.pieces"));

export const quantityWords: ConditionWords<"quantity"> = {
  parameters: {
    atLeast: pieces,
    atMost: pieces,
    products: optional(
      list(id<ProductId>("problem.product.id"), {
        message: "problem.condition.counted-products",
        most: 5_000,
      }),
    ),
  },
  bounds: true,
  sentence: ({ products = [], ...bounds }, { say, product }) => {
    const of = { products: products.length, named: namesOf(products, product, say) };
    return say("engine.condition.quantity", { ...countBetween(bounds, say), ...of });
  },
  was: ({ products }, { lines }) =>
    lines.reduce((sum, { product, quantity }) => (products?.includes(product) === false ? sum : sum + quantity), 0),
};
