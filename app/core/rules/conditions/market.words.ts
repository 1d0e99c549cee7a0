import { list, text } from "../shapes.ts";
import { type ConditionWords, oneOfWords } from "./condition-words.ts";

export const marketWords: ConditionWords<"market"> = {
  parameters: {
    markets: list(text("problem.condition.market", 255), {
      message: "problem.condition.markets",
      most: 250,
    }),
  },
  sentence: ({ markets }) =>
    `is from ${markets.length === 1 ? "the market" : "a market that is"} ${oneOfWords(markets)}`,
  was: (_spec, { market }) => market,
};
