import { list, textLike } from "../shapes.ts";
import { type ConditionWords, oneOfWords } from "./condition-words.ts";

export const countryWords: ConditionWords<"country"> = {
  parameters: {
    countries: list(textLike(/^[A-Z]{2}$/, "A country is a code of two capitals, such as GB."), {
      sentence: "Choose at least one country.",
      most: 250,
    }),
  },
  sentence: ({ countries }) => `is sent to ${oneOfWords(countries)}`,
  was: (_spec, { destinationCountry }) => destinationCountry,
};
