import type { ConditionWords } from "./condition-words.ts";
import { textMatchParameters, textMatchValues } from "./texts.words.ts";

export const referrerWords: ConditionWords<"referrer"> = {
  parameters: textMatchParameters,
  sentence: (spec, { say }) => say("engine.condition.referrer", textMatchValues(spec, say)),
  was: (_spec, { referrer }) => referrer,
};
