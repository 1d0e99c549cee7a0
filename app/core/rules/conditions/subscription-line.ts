import type { PurchaseLine } from "../../facts/facts.ts";
import { condition, truthOf } from "./condition.ts";
import { holdsForLines, type PlainLineQuantifier } from "./lines.ts";

/** Whether something was bought with a selling plan: a subscription, a pre-order, try before you buy. */
export const subscriptionLine = condition({
  kind: "subscription-line",
  needs: ["lines"],
  holds: ({ lines }: { readonly lines: PlainLineQuantifier }, facts, catalog) =>
    holdsForLines(lines, facts, catalog, undefined, hasSellingPlan),
});

const hasSellingPlan = ({ sellingPlan }: PurchaseLine) => truthOf(sellingPlan !== undefined);
