import { condition } from "./condition.ts";
import { foldedAll, holdsForTexts, type TextQuantifier } from "./texts.ts";

interface Codes {
  readonly of: TextQuantifier;
  readonly codes: readonly string[];
}

/** Which discount codes were used; capitals do not matter. */
export const discountCode = condition({
  kind: "discount-code",
  needs: ["discountCodes"],
  prepare: ({ of, codes }: Codes): Codes => ({ of, codes: foldedAll(codes) }),
  holds: ({ of, codes }: Codes, { discountCodes }) =>
    discountCodes ? holdsForTexts(of, codes, discountCodes) : "unknown",
});
