import { condition } from "./condition.ts";
import { holdsForLines, type PlainLineQuantifier } from "./lines.ts";
import { whoseProduct } from "./product-attributes.ts";

/** Whether something was bought that is sent by post: of a variant that our copy lacks it is unknown. */
export const requiresShipping = condition({
  kind: "requires-shipping",
  needs: ["lines", "products"],
  holds: ({ lines }: { readonly lines: PlainLineQuantifier }, facts, catalog) =>
    holdsForLines(lines, facts, catalog, undefined, isShipped),
});

const isShipped = whoseProduct(({ variants }, _asked, line) => {
  for (const { id, requiresShipping } of variants) if (id === line.variant) return requiresShipping;
  return undefined;
});
