import type { ConditionWords } from "./condition-words.ts";
import { linesSeen, plainLineQuantifier } from "./line-words.ts";

export const subscriptionLineWords: ConditionWords<"subscription-line"> = {
  parameters: { lines: plainLineQuantifier },
  sentence: ({ lines }, { say }) => say("engine.condition.subscription-line", { lines }),
  was: (_spec, facts) => linesSeen(facts, "selling plan", ({ sellingPlan }) => sellingPlan ?? null),
};
