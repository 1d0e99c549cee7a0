import type { ProductId } from "../../values/ids.ts";
import { condition, failed, passed } from "./condition.ts";

/** The trigger of a cross-sell: at least one line of the purchase is one of these products, whichever variant. */
export const boughtAnyOf = condition({
  kind: "bought-any-of",
  needs: ["lines"],
  check: ({ products }: { readonly products: readonly ProductId[] }, { lines }) => {
    const line = lines.findIndex(({ product }) => products.includes(product));
    return line < 0 ? failed() : passed({ line: line + 1, product: lines[line]?.product });
  },
});
