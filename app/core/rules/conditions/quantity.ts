import type { ProductId } from "../../values/ids.ts";
import { type Bounds, isWithin } from "./bounds.ts";
import { condition, truthOf } from "./condition.ts";
import { hasValue, type Values, valuesOf } from "./lines.ts";

interface Parameters extends Bounds {
  /** Only pieces of these count; absent: all do. */
  readonly products?: readonly ProductId[];
}

interface Prepared extends Bounds {
  readonly among: Values<ProductId> | undefined;
}

/** How many pieces were bought, all lines together. */
export const quantity = condition({
  kind: "quantity",
  needs: ["lines"],
  prepare: ({ products, ...bounds }: Parameters): Prepared => ({ ...bounds, among: products && valuesOf(products) }),
  holds: (prepared: Prepared, { lines }) => {
    let pieces = 0;
    for (const line of lines) {
      if (!prepared.among || hasValue(prepared.among, line.product)) pieces += line.quantity;
    }
    return truthOf(isWithin(pieces, prepared));
  },
});
