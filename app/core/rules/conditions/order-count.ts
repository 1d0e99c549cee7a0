import { type Bounds, truthWithin } from "./bounds.ts";
import { condition } from "./condition.ts";
import { countEarlier } from "./history.ts";

/** How many orders that were paid and kept the customer placed before this one. */
export const orderCount = condition({
  kind: "order-count",
  needs: ["history"],
  holds: (bounds: Bounds, facts) =>
    facts.history ? truthWithin(countEarlier(facts.history, facts), facts.history.isComplete, bounds) : "unknown",
});
