import { condition, truthOf } from "./condition.ts";
import { lastEarlier } from "./history.ts";

export const ORDER_PLACES = ["first", "returning"] as const;

/** Whether the customer has no earlier order that was paid and kept, or has one; the purchase itself does not count. */
export const firstOrder = condition({
  kind: "first-order",
  needs: ["history"],
  holds: ({ is }: { readonly is: (typeof ORDER_PLACES)[number] }, facts) => {
    if (!facts.history) return "unknown";
    if (lastEarlier(facts.history, facts)) return truthOf(is === "returning");
    return facts.history.isComplete ? truthOf(is === "first") : "unknown";
  },
});
