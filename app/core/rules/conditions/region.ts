import { condition } from "./condition.ts";
import type { Values } from "./lines.ts";
import { isOneOf, trimmedValues } from "./texts.ts";

/** The state, province or county that the purchase is sent to; unknown when nothing is shipped. */
export const region = condition({
  kind: "region",
  needs: ["region"],
  prepare: ({ regions }: { readonly regions: readonly string[] }) => trimmedValues(regions),
  holds: (regions: Values<string>, { destinationRegion }) => isOneOf(regions, destinationRegion),
});
