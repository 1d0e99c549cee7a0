import type { ProductId } from "../../values/ids.ts";
import { id, list, oneOf } from "../shapes.ts";
import { type ConditionWords, linesWhere, namesOf } from "./condition-words.ts";
import { LINE_QUANTIFIERS } from "./lines.ts";

export const productWords: ConditionWords<"product"> = {
  parameters: {
    lines: oneOf(LINE_QUANTIFIERS, "Say of how many lines: any, all, only or none."),
    products: list(id<ProductId>("A product's id is its number in Shopify, as text."), {
      sentence: "Choose at least one product.",
      most: 5_000,
    }),
  },
  sentence: ({ lines, products }, names) => {
    const named = namesOf(products, names.product);
    switch (lines) {
      case "any":
        return `bought ${products.length === 1 ? named : `any of ${named}`}`;
      case "all":
        return `bought ${products.length === 1 ? named : `all of ${named}`}`;
      case "only":
        return `bought only ${named}`;
      case "none":
        return `did not buy ${named}`;
    }
  },
  was: ({ products }, facts) => linesWhere(facts, ({ product }) => products.includes(product)),
};
