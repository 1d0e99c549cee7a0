import type { ConditionWords } from "./condition-words.ts";
import { textMatchParameters, textMatchWords } from "./texts.words.ts";

export const referrerWords: ConditionWords<"referrer"> = {
  parameters: textMatchParameters,
  sentence: (spec) => `came from a page whose address ${textMatchWords(spec)}`,
  was: (_spec, { referrer }) => referrer,
};
