import { condition, truthOf } from "./condition.ts";
import { hasValue, type Values, valuesOf } from "./lines.ts";

/** The country that the purchase is sent to; unknown when nothing is shipped. */
export const country = condition({
  kind: "country",
  needs: ["country"],
  prepare: ({ countries }: { readonly countries: readonly string[] }) => valuesOf(countries),
  holds: (countries: Values<string>, { destinationCountry }) =>
    destinationCountry === undefined ? "unknown" : truthOf(hasValue(countries, destinationCountry)),
});
