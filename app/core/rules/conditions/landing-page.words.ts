import type { ConditionWords } from "./condition-words.ts";
import { textMatchParameters, textMatchValues } from "./texts.words.ts";

export const landingPageWords: ConditionWords<"landing-page"> = {
  parameters: textMatchParameters,
  sentence: (spec, { say }) => say("engine.condition.landing-page", textMatchValues(spec, say)),
  was: (_spec, { landingPage }) => landingPage,
};
