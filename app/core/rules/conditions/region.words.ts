import { list, textLike } from "../shapes.ts";
import { type ConditionWords, oneOfWords } from "./condition-words.ts";

export const regionWords: ConditionWords<"region"> = {
  parameters: {
    regions: list(textLike(/^[A-Z]{2}-[A-Z0-9]{1,3}$/, "A region is a country and its part, such as US-CA."), {
      sentence: "Choose at least one region.",
      most: 1_000,
    }),
  },
  sentence: ({ regions }) => `is sent to ${oneOfWords(regions)}`,
  was: (_spec, { destinationRegion }) => destinationRegion,
};
