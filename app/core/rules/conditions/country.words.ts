import { list, textLike } from "../shapes.ts";
import { type ConditionWords, oneOfWords } from "./condition-words.ts";

export const countryWords: ConditionWords<"country"> = {
  parameters: {
    countries: list(textLike(/^[A-Z]{2}$/, "problem.country"), {
      message: "problem.condition.countries",
      most: 250,
    }),
  },
  sentence: ({ countries }) => `is sent to ${oneOfWords(countries)}`,
  was: (_spec, { destinationCountry }) => destinationCountry,
};
