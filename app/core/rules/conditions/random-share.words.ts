import { percent, text } from "../shapes.ts";
import { type ConditionWords, percentWords, quotedBy } from "./condition-words.ts";

export const randomShareWords: ConditionWords<"random-share"> = {
  parameters: {
    percent: percent(0.01, 100, "problem.condition.share"),
    seed: text("problem.condition.seed", 64),
  },
  sentence: ({ percent, seed }, { say }) => {
    const share = percentWords(percent, say);
    return say("engine.condition.random-share", { percent: share, seed: quotedBy(say)(seed) });
  },
  was: (_spec, { customer, reference }) => customer ?? reference,
};
