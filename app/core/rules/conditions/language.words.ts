import { list, textLike } from "../shapes.ts";
import { type ConditionWords, oneOfWords } from "./condition-words.ts";

export const languageWords: ConditionWords<"language"> = {
  parameters: {
    languages: list(textLike(/^[a-z]{2,3}$/, "problem.condition.language"), {
      message: "problem.condition.languages",
      most: 200,
    }),
  },
  sentence: ({ languages }) => `is by a shopper whose language is ${oneOfWords(languages)}`,
  was: (_spec, { locale }) => locale,
};
