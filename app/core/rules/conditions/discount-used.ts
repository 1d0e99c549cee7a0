import { condition, type Truth, truthOf } from "./condition.ts";

/** Whether anything was taken off: from the lines, or by a code, which may have taken it off shipping only. */
export const discountUsed = condition({
  kind: "discount-used",
  needs: ["discountTotal", "discountCodes"],
  holds: ({ used }: { readonly used: boolean }, { discountTotal, discountCodes }): Truth => {
    const isUsed = (discountTotal && discountTotal.minor > 0) || (discountCodes && discountCodes.length > 0);
    return isUsed || (discountTotal && discountCodes) ? truthOf(Boolean(isUsed) === used) : "unknown";
  },
});
