import { condition } from "./condition.ts";
import type { Values } from "./lines.ts";
import { isOneOf, trimmedValues } from "./texts.ts";

/** The title of the shipping rate, exactly. */
export const shippingMethod = condition({
  kind: "shipping-method",
  needs: ["shippingMethod"],
  prepare: ({ methods }: { readonly methods: readonly string[] }) => trimmedValues(methods),
  holds: (methods: Values<string>, { shippingMethod }) => isOneOf(methods, shippingMethod),
});
