import type { PurchaseLine } from "../../facts/facts.ts";
import type { VariantId } from "../../values/ids.ts";
import { condition, truthOf } from "./condition.ts";
import { hasValue, holdsForValues, type LineQuantifier, type LinesAsked, linesAsked, type Values } from "./lines.ts";

/** Which variants were bought: the large one, the rose one. */
export const variant = condition({
  kind: "variant",
  needs: ["lines"],
  prepare: ({ lines, variants }: { readonly lines: LineQuantifier; readonly variants: readonly VariantId[] }) =>
    linesAsked(lines, variants),
  holds: (asked: LinesAsked<VariantId>, facts, catalog) => holdsForValues(asked, facts, catalog, isOneOf),
});

const isOneOf = ({ variant }: PurchaseLine, variants: Values<VariantId>) => truthOf(hasValue(variants, variant));
