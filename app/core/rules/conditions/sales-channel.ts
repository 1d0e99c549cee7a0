import { condition } from "./condition.ts";
import type { Values } from "./lines.ts";
import { isOneOf, trimmedValues } from "./texts.ts";

/** Where the purchase was made, exactly. */
export const salesChannel = condition({
  kind: "sales-channel",
  needs: ["salesChannel"],
  prepare: ({ channels }: { readonly channels: readonly string[] }) => trimmedValues(channels),
  holds: (channels: Values<string>, { salesChannel }) => isOneOf(channels, salesChannel),
});
