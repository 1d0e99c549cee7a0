import type { Utm } from "../../facts/facts.ts";
import { condition } from "./condition.ts";
import type { Values } from "./lines.ts";
import { isOneOf, trimmedValues } from "./texts.ts";

interface Prepared {
  readonly parameter: keyof Utm;
  readonly values: Values<string>;
}

/** One UTM parameter of the visit, exactly; a visit without it has none of the values. */
export const utm = condition({
  kind: "utm",
  needs: ["utm"],
  prepare: ({ parameter, values }: { readonly parameter: keyof Utm; readonly values: readonly string[] }) => ({
    parameter,
    values: trimmedValues(values),
  }),
  holds: ({ parameter, values }: Prepared, { utm }) => isOneOf(values, utm && (utm[parameter] ?? "")),
});
