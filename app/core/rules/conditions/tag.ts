import { condition } from "./condition.ts";
import { hasValue, holdsForValues, type LineQuantifier, type LinesAsked, linesAsked, type Values } from "./lines.ts";
import { tagsOf, whoseProduct } from "./product-attributes.ts";
import { foldedAll } from "./texts.ts";

/** Which tags the products bought have; capitals do not matter. */
export const tag = condition({
  kind: "tag",
  needs: ["lines", "products"],
  prepare: ({ lines, tags }: { readonly lines: LineQuantifier; readonly tags: readonly string[] }) =>
    linesAsked(lines, foldedAll(tags)),
  holds: (asked: LinesAsked<string>, facts, catalog) => holdsForValues(asked, facts, catalog, hasOneOf),
});

const hasOneOf = whoseProduct((product, tags: Values<string>) => {
  for (const tag of tagsOf(product)) if (hasValue(tags, tag)) return true;
  return false;
});
