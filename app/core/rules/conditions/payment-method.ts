import { condition } from "./condition.ts";
import type { Values } from "./lines.ts";
import { isOneOf, trimmedValues } from "./texts.ts";

/** Shopify's name of the gateway or wallet, exactly. */
export const paymentMethod = condition({
  kind: "payment-method",
  needs: ["paymentMethod"],
  prepare: ({ methods }: { readonly methods: readonly string[] }) => trimmedValues(methods),
  holds: (methods: Values<string>, { paymentMethod }) => isOneOf(methods, paymentMethod),
});
