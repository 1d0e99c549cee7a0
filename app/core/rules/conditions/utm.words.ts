import { list, oneOf, text } from "../shapes.ts";
import { type ConditionWords, oneOfWords } from "./condition-words.ts";

const PARAMETERS = ["source", "medium", "campaign", "term", "content"] as const;

export const utmWords: ConditionWords<"utm"> = {
  parameters: {
    parameter: oneOf(PARAMETERS, "Say which parameter: source, medium, campaign, term or content."),
    values: list(text("Write the value to look for.", 255), { sentence: "Write at least one value.", most: 250 }),
  },
  sentence: ({ parameter, values }) => `came with a UTM ${parameter} of ${oneOfWords(values)}`,
  was: ({ parameter }, { utm }) => utm?.[parameter],
};
