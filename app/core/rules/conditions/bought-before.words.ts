import type { ProductId } from "../../values/ids.ts";
import { id, list, optional, wholeNumber } from "../shapes.ts";
import { type ConditionWords, namesOf } from "./condition-words.ts";
import { isEarlier, sinceDays } from "./history.ts";
import { withinWords } from "./history.words.ts";

export const boughtBeforeWords: ConditionWords<"bought-before"> = {
  parameters: {
    products: list(id<ProductId>("problem.product.id"), {
      message: "problem.condition.products",
      most: 5_000,
    }),
    withinDays: optional(wholeNumber(1, 36_500, "problem.condition.within-days")),
  },
  sentence: ({ products, withinDays }, names) => {
    const named = namesOf(products, names.product);
    return `is by a customer who bought ${products.length === 1 ? "" : "any of "}${named} before${withinWords(withinDays)}`;
  },
  was: ({ products, withinDays }, facts) =>
    facts.history?.orders
      .filter((order) => isEarlier(order, facts) && order.at >= sinceDays(withinDays, facts))
      .flatMap(({ at, products: bought }) => {
        const meant = bought.filter((product) => products.includes(product));
        return meant.length > 0 ? [{ when: new Date(at).toISOString(), products: meant }] : [];
      }),
};
