import type { Bounds } from "./bounds.ts";
import { condition, truthOf } from "./condition.ts";

interface Hundredths {
  readonly least: number;
  readonly most: number;
}

/**
 * Which share of the lines' price discounts took off, in percent. Compared exactly, in hundredths of a percent: £1 off
 * £3 is at least 33.33 % and not 33.34 %. Of nothing, nothing was taken off.
 */
export const discountPercent = condition({
  kind: "discount-percent",
  needs: ["subtotal", "discountTotal"],
  prepare: ({ atLeast = 0, atMost = 100 }: Bounds): Hundredths => ({
    least: Math.round(atLeast * 100),
    most: Math.round(atMost * 100),
  }),
  holds: ({ least, most }: Hundredths, { subtotal, discountTotal }) => {
    if (!discountTotal) return "unknown";
    const whole = subtotal.minor + discountTotal.minor || 1;
    const off = discountTotal.minor * 10_000;
    return truthOf(off >= least * whole && off <= most * whole);
  },
});
