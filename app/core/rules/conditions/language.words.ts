import { list, textLike } from "../shapes.ts";
import { type ConditionWords, oneOfWords } from "./condition-words.ts";

export const languageWords: ConditionWords<"language"> = {
  parameters: {
    languages: list(textLike(/^[a-z]{2,3}$/, "A language is a code of two small letters, such as de."), {
      sentence: "Choose at least one language.",
      most: 200,
    }),
  },
  sentence: ({ languages }) => `is by a shopper whose language is ${oneOfWords(languages)}`,
  was: (_spec, { locale }) => locale,
};
