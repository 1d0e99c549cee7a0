import { list, text } from "../shapes.ts";
import { type ConditionWords, counted } from "./condition-words.ts";

export const marketWords: ConditionWords<"market"> = {
  parameters: {
    markets: list(text("problem.condition.market", 255), {
      message: "problem.condition.markets",
      most: 250,
    }),
  },
  sentence: ({ markets }, { say }) => say("engine.condition.market", counted(markets, String, say)),
  was: (_spec, { market }) => market,
};
