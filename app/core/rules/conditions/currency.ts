import type { Currency } from "../../values/currency.ts";
import { condition, truthOf } from "./condition.ts";
import { hasValue, type Values, valuesOf } from "./lines.ts";

/** The currency that the shopper pays in. */
export const currency = condition({
  kind: "currency",
  needs: ["currency"],
  prepare: ({ currencies }: { readonly currencies: readonly Currency[] }) => valuesOf(currencies),
  holds: (currencies: Values<Currency>, { presentmentCurrency }) => truthOf(hasValue(currencies, presentmentCurrency)),
});
