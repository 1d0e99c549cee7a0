import { condition } from "./condition.ts";
import type { Values } from "./lines.ts";
import { isOneOf, trimmedValues } from "./texts.ts";

/** The market that the shopper buys in, by its handle. */
export const market = condition({
  kind: "market",
  needs: ["market"],
  prepare: ({ markets }: { readonly markets: readonly string[] }) => trimmedValues(markets),
  holds: (markets: Values<string>, { market }) => isOneOf(markets, market),
});
