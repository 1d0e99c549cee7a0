import { type Bounds, isWithin } from "./bounds.ts";
import { condition, truthOf } from "./condition.ts";
import { DAY, lastEarlier } from "./history.ts";

/** Days of 24 hours from the customer's last order to this one. Who never ordered has no such day: false. */
export const daysSinceLastOrder = condition({
  kind: "days-since-last-order",
  needs: ["history"],
  holds: (bounds: Bounds, facts) => {
    if (!facts.history) return "unknown";
    const last = lastEarlier(facts.history, facts);
    if (last) return truthOf(isWithin(Math.max(0, facts.at - last.at) / DAY, bounds));
    return facts.history.isComplete ? "false" : "unknown";
  },
});
