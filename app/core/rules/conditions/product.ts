import type { PurchaseLine } from "../../facts/facts.ts";
import type { ProductId } from "../../values/ids.ts";
import { condition, truthOf } from "./condition.ts";
import { everyValueIsBought, hasValue, holdsForLines, type LineQuantifier, type Values, valuesOf } from "./lines.ts";

interface Prepared {
  readonly lines: LineQuantifier;
  readonly products: readonly ProductId[];
  readonly among: Values<ProductId>;
}

/** The trigger of a cross-sell: which products were bought, in whichever variant. */
export const product = condition({
  kind: "product",
  needs: ["lines"],
  prepare: ({ lines, products }: { readonly lines: LineQuantifier; readonly products: readonly ProductId[] }) => ({
    lines,
    products,
    among: valuesOf(products),
  }),
  holds: (prepared: Prepared, facts) =>
    prepared.lines === "all"
      ? everyValueIsBought(prepared.products, facts, isOn)
      : holdsForLines(prepared.lines, facts, prepared, isMeant),
});

const isOn = ({ product }: PurchaseLine, value: ProductId) => truthOf(product === value);
const isMeant = ({ product }: PurchaseLine, { among }: Prepared) => truthOf(hasValue(among, product));
