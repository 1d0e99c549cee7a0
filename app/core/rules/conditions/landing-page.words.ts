import type { ConditionWords } from "./condition-words.ts";
import { textMatchParameters, textMatchWords } from "./texts.words.ts";

export const landingPageWords: ConditionWords<"landing-page"> = {
  parameters: textMatchParameters,
  sentence: (spec) => `began on a page whose address ${textMatchWords(spec)}`,
  was: (_spec, { landingPage }) => landingPage,
};
