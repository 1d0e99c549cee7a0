import type { PurchaseLine } from "../../facts/facts.ts";
import type { ProductId } from "../../values/ids.ts";
import { condition, truthOf } from "./condition.ts";
import { hasValue, holdsForValues, type LineQuantifier, type LinesAsked, linesAsked, type Values } from "./lines.ts";

/** The trigger of a cross-sell: which products were bought, in whichever variant. */
export const product = condition({
  kind: "product",
  needs: ["lines"],
  prepare: ({ lines, products }: { readonly lines: LineQuantifier; readonly products: readonly ProductId[] }) =>
    linesAsked(lines, products),
  holds: (asked: LinesAsked<ProductId>, facts, catalog) => holdsForValues(asked, facts, catalog, isOneOf),
});

const isOneOf = ({ product }: PurchaseLine, products: Values<ProductId>) => truthOf(hasValue(products, product));
