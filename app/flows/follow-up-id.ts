import type { Surface } from "#app/core/facts/facts.ts";
import type { DecisionId, PurchaseReference, Shop } from "#app/core/values/ids.ts";
import { idOf } from "#app/platform/ids.ts";

/** An answer to a step of a path, which another step may follow. */
export interface AnsweredStep {
  readonly shop: Shop;
  readonly reference: PurchaseReference;
  /** What was answered. */
  readonly decision: DecisionId;
  readonly answer: "accepted" | "declined";
  /** The number of the step that follows. */
  readonly step: number;
  /** Where it follows: on the page of the answer, or on one after it. */
  readonly surface: Surface;
}

/** The id of what is decided after an answer: the same whenever it is asked. */
export function followUpId({ shop, reference, decision, answer, step, surface }: AnsweredStep): DecisionId {
  const where = surface === "post-purchase" ? [] : [surface];
  return idOf(shop, reference, decision, step, answer, ...where) as DecisionId;
}
