import { percent, text } from "../shapes.ts";
import { type ConditionWords, quoted } from "./condition-words.ts";

export const randomShareWords: ConditionWords<"random-share"> = {
  parameters: {
    percent: percent(0.01, 100, "A share is a percentage from 0.01 to 100, with at most two decimals."),
    seed: text("Give the share a seed: any text; shares of one seed hold the same customers.", 64),
  },
  sentence: ({ percent, seed }) => `is by one of ${percent} % of customers, drawn by ${quoted(seed)}`,
  was: (_spec, { customer, reference }) => customer ?? reference,
};
