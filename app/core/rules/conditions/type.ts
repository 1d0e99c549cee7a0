import { condition } from "./condition.ts";
import { hasValue, holdsForValues, type LineQuantifier, type LinesAsked, linesAsked, type Values } from "./lines.ts";
import { whoseProduct } from "./product-attributes.ts";
import { trimmedAll } from "./texts.ts";

/** Of which product types something was bought. */
export const type = condition({
  kind: "type",
  needs: ["lines", "products"],
  prepare: ({ lines, types }: { readonly lines: LineQuantifier; readonly types: readonly string[] }) =>
    linesAsked(lines, trimmedAll(types)),
  holds: (asked: LinesAsked<string>, facts, catalog) => holdsForValues(asked, facts, catalog, isOneOf),
});

const isOneOf = whoseProduct(({ type }, types: Values<string>) => hasValue(types, type.trim()));
