import type { ProductId } from "../../values/ids.ts";
import type { ConditionKind, ConditionSpec } from "./index.ts";

/** A product's title, as the reader knows it. */
export type NameOf = (product: ProductId) => string;

/** A condition in the merchant's words, kept apart from the condition so that what only decides leaves it out. */
export interface ConditionWords<Kind extends ConditionKind> {
  /** Completes "an order that …". */
  readonly sentence: (parameters: Extract<ConditionSpec, { kind: Kind }>, nameOf: NameOf) => string;
}
