import { offer } from "./read-offer.ts";
import type { Path } from "./rulebook.ts";
import { type JsonSchema, named, optional, record, type Shape } from "./shapes.ts";

const oneStep = stepThen({
  read: (reading) => reading.wrong("problem.path.steps"),
  schema: { not: {} },
});
const twoSteps = stepThen(named("oneStep", oneStep));
/** Shopify takes at most three accepted offers on one purchase, and a path follows them. */
const threeSteps = stepThen(named("twoSteps", twoSteps));

/** An offer and what follows it, at most three steps deep. */
export const path: Shape<Path> = named("threeSteps", threeSteps);

/** The parts of the schema that paths refer to, by name. */
export const pathSchemas: Readonly<Record<string, JsonSchema>> = {
  offer: offer.schema,
  oneStep: oneStep.schema,
  twoSteps: twoSteps.schema,
  threeSteps: threeSteps.schema,
};

function stepThen(next: Shape<Path>): Shape<Path> {
  return record("problem.part.offer", {
    offer: named("offer", offer),
    ifAccepted: optional(next),
    ifDeclined: optional(next),
  });
}
