import { list, textLike } from "../shapes.ts";
import { type ConditionWords, counted } from "./condition-words.ts";

export const languageWords: ConditionWords<"language"> = {
  parameters: {
    languages: list(textLike(/^[a-z]{2,3}$/, "problem.condition.language"), {
      message: "problem.condition.languages",
      most: 200,
    }),
  },
  sentence: ({ languages }, { say }) => say("engine.condition.language", counted(languages, String, say)),
  was: (_spec, { locale }) => locale,
};
