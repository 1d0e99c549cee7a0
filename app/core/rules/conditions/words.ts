import type { ProductId } from "../../values/ids.ts";
import { boughtAnyOfWords } from "./bought-any-of.words.ts";
import type { ConditionKind, ConditionSpec } from "./index.ts";

/** A product's title, as the reader knows it. */
export type NameOf = (product: ProductId) => string;

/** A condition in the merchant's words, kept apart from the condition so that what only decides leaves it out. */
export interface ConditionWords<Kind extends ConditionKind> {
  /** Completes "an order that …". */
  readonly sentence: (parameters: Extract<ConditionSpec, { kind: Kind }>, nameOf: NameOf) => string;
}

const words: { readonly [Kind in ConditionKind]: ConditionWords<Kind> } = {
  "bought-any-of": boughtAnyOfWords,
};

/** "bought any of Regency Teacup, Rose Teapot" */
export function conditionSentence(spec: ConditionSpec, nameOf: NameOf): string {
  return words[spec.kind].sentence(spec, nameOf);
}
