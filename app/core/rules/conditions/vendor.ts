import { condition } from "./condition.ts";
import { hasValue, holdsForValues, type LineQuantifier, type LinesAsked, linesAsked, type Values } from "./lines.ts";
import { whoseProduct } from "./product-attributes.ts";
import { trimmedAll } from "./texts.ts";

/** From which vendors something was bought. */
export const vendor = condition({
  kind: "vendor",
  needs: ["lines", "products"],
  prepare: ({ lines, vendors }: { readonly lines: LineQuantifier; readonly vendors: readonly string[] }) =>
    linesAsked(lines, trimmedAll(vendors)),
  holds: (asked: LinesAsked<string>, facts, catalog) => holdsForValues(asked, facts, catalog, isOneOf),
});

const isOneOf = whoseProduct(({ vendor }, vendors: Values<string>) => hasValue(vendors, vendor.trim()));
