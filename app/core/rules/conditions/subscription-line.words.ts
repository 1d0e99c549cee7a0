import type { ConditionWords } from "./condition-words.ts";
import { linesSeen, plainLineQuantifier } from "./line-words.ts";

export const subscriptionLineWords: ConditionWords<"subscription-line"> = {
  parameters: { lines: plainLineQuantifier },
  sentence: ({ lines }) =>
    ({ any: "bought a subscription", only: "bought only subscriptions", none: "bought no subscription" })[lines],
  was: (_spec, facts) => linesSeen(facts, "selling plan", ({ sellingPlan }) => sellingPlan ?? null),
};
