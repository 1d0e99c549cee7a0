import { type Bounds, isWithin } from "./bounds.ts";
import { condition, truthOf } from "./condition.ts";

/** How many lines the purchase has, whatever their quantities. */
export const lineCount = condition({
  kind: "line-count",
  needs: ["lines"],
  holds: (bounds: Bounds, { lines }) => truthOf(isWithin(lines.length, bounds)),
});
