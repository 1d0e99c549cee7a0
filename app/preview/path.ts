import { ACCEPTS_MOST } from "#app/core/acceptance/objection-to-step.ts";
import type { ChosenOffer } from "#app/core/decision/decision.ts";
import { offerOnPath } from "#app/core/decision/offer-on-path.ts";
import type { Path } from "#app/core/rules/rulebook.ts";
import type { ProductId } from "#app/core/values/ids.ts";
import { firstOffer, type Stage } from "./stage.ts";

/** Where the shopper is on the rule's path. */
export interface StepOnPath {
  readonly offer: ChosenOffer;
  readonly path: Path;
  readonly step: number;
  readonly taken: readonly ProductId[];
  readonly accepted: number;
}

export function firstStep(stage: Stage): StepOnPath | undefined {
  const offer = firstOffer(stage);
  return offer && { offer, path: stage.rule.path, step: 1, taken: [], accepted: 0 };
}

/** Whether something stands there for the answer; whether it can be shown is seen when it is asked. */
export function followsOf({ path, accepted }: StepOnPath, isAfterNo = false) {
  return {
    accepted: path.ifAccepted !== undefined && accepted + 1 < ACCEPTS_MOST,
    declined: path.ifDeclined !== undefined && !isAfterNo,
  };
}

/** What follows the answer; undefined where nothing does. */
export function nextStep(stage: Stage, from: StepOnPath, answer: "accepted" | "declined"): StepOnPath | undefined {
  const path = answer === "accepted" ? from.path.ifAccepted : from.path.ifDeclined;
  if (!path) return undefined;
  const taken = [...from.taken, ...from.offer.products.map(({ product }) => product)];
  const offer = offerOnPath(path, stage.owner, stage.facts, stage.compiled, taken);
  const accepted = from.accepted + (answer === "accepted" ? 1 : 0);
  return offer && { offer, path, step: from.step + 1, taken, accepted };
}
