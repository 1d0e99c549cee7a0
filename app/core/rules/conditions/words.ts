import { boughtAnyOfWords } from "./bought-any-of.words.ts";
import type { ConditionWords, NameOf } from "./condition-words.ts";
import type { ConditionKind, ConditionSpec } from "./index.ts";

const words: { readonly [Kind in ConditionKind]: ConditionWords<Kind> } = {
  "bought-any-of": boughtAnyOfWords,
};

/** "bought any of Regency Teacup, Rose Teapot" */
export function conditionSentence(spec: ConditionSpec, nameOf: NameOf): string {
  return words[spec.kind].sentence(spec, nameOf);
}
