import { percent, text } from "../shapes.ts";
import { type ConditionWords, quoted } from "./condition-words.ts";

export const randomShareWords: ConditionWords<"random-share"> = {
  parameters: {
    percent: percent(0.01, 100, "problem.condition.share"),
    seed: text("problem.condition.seed", 64),
  },
  sentence: ({ percent, seed }) => `is by one of ${percent} % of customers, drawn by ${quoted(seed)}`,
  was: (_spec, { customer, reference }) => customer ?? reference,
};
