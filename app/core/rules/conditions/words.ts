import type { Catalog } from "../../catalog/catalog.ts";
import type { Facts } from "../../facts/facts.ts";
import type { ConditionWords, Names } from "./condition-words.ts";
import { countryWords } from "./country.words.ts";
import type { ConditionKind, ConditionSpec } from "./index.ts";
import { orderValueWords } from "./order-value.words.ts";
import { productWords } from "./product.words.ts";

/** What is said about each condition. */
export const conditionWords: { readonly [Kind in ConditionKind]: ConditionWords<Kind> } = {
  product: productWords,
  "order-value": orderValueWords,
  country: countryWords,
};

/** "bought any of Regency Teacup, Rose Teapot" */
export function conditionSentence(spec: ConditionSpec, names: Names): string {
  return wordsOf(spec).sentence(spec, names);
}

/** The value that was compared, as JSON. */
export function comparedIn(spec: ConditionSpec, facts: Facts, catalog: Catalog): unknown {
  return wordsOf(spec).was(spec, facts, catalog);
}

/** The words of a kind take the spec of that kind: the record above says so, which the compiler cannot follow here. */
function wordsOf(spec: ConditionSpec): ConditionWords<ConditionSpec["kind"]> {
  return conditionWords[spec.kind] as unknown as ConditionWords<ConditionSpec["kind"]>;
}
