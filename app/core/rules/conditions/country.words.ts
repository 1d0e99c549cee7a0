import { list, textLike } from "../shapes.ts";
import { type ConditionWords, counted } from "./condition-words.ts";

export const countryWords: ConditionWords<"country"> = {
  parameters: {
    countries: list(textLike(/^[A-Z]{2}$/, "problem.country"), {
      message: "problem.condition.countries",
      most: 250,
    }),
  },
  sentence: ({ countries }, { say }) => say("engine.condition.country", counted(countries, String, say)),
  was: (_spec, { destinationCountry }) => destinationCountry,
};
