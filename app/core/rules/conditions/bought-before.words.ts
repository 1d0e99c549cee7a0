import type { ProductId } from "../../values/ids.ts";
import { id, list, optional, wholeNumber } from "../shapes.ts";
import { type ConditionWords, counted } from "./condition-words.ts";
import { isEarlier, sinceDays } from "./history.ts";

export const boughtBeforeWords: ConditionWords<"bought-before"> = {
  parameters: {
    products: list(id<ProductId>("problem.product.id"), {
      message: "problem.condition.products",
      most: 5_000,
    }),
    withinDays: optional(wholeNumber(1, 36_500, "problem.condition.within-days")),
  },
  sentence: ({ products, withinDays: days = 0 }, { say, product }) =>
    say("engine.condition.bought-before", { days, ...counted(products, product, say) }),
  was: ({ products, withinDays }, facts) =>
    facts.history?.orders
      .filter((order) => isEarlier(order, facts) && order.at >= sinceDays(withinDays, facts))
      .flatMap(({ at, products: bought }) => {
        const meant = bought.filter((product) => products.includes(product));
        return meant.length > 0 ? [{ when: new Date(at).toISOString(), products: meant }] : [];
      }),
};
