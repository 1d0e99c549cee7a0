import type { Instant } from "../../values/instant.ts";
import { instantOfLocal } from "../../values/shop-time.ts";
import { condition, truthOf } from "./condition.ts";

interface Parameters {
  readonly from?: string;
  readonly until?: string;
}

/** The moments that the dates are in one zone, worked out when it is first asked for. */
interface Prepared extends Parameters {
  timezone?: string;
  start: Instant;
  end: Instant;
}

/**
 * From a day or a minute of the shop's clock, included, until another, excluded. Both are moments: while the clocks go back
 * an hour, what has ended does not begin again.
 */
export const date = condition({
  kind: "date",
  needs: ["now"],
  prepare: (parameters: Parameters): Prepared => ({ ...parameters, start: -Infinity, end: Infinity }),
  holds: (window: Prepared, { at }, { shop }) => {
    if (window.timezone !== shop.timezone) {
      if (window.from) window.start = instantOfLocal(window.from, shop.timezone);
      if (window.until) window.end = instantOfLocal(window.until, shop.timezone);
      window.timezone = shop.timezone;
    }
    return truthOf(at >= window.start && at < window.end);
  },
});
