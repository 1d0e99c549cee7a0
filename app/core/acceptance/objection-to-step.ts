import type { Acceptance, Ticket } from "./acceptance.ts";

/** Shopify takes three changesets for one purchase. Source: shopify.dev/docs/apps/build/checkout/product-offers */
export const ACCEPTS_MOST = 3;

export type StepObjection =
  /** Shopify would take no further change of this purchase. */
  | "enough-accepted"
  /** A downsell of what was accepted, what follows a yes that was none, or a step before one that was accepted. */
  | "path-left";

/** Why this step cannot be accepted now, given what this purchase has accepted; the step itself is not among it. */
export function objectionToStep(
  { step, after }: Pick<Ticket, "step" | "after">,
  accepted: readonly Pick<Acceptance, "step">[],
): StepObjection | undefined {
  if (accepted.length >= ACCEPTS_MOST) return "enough-accepted";
  if (accepted.some((other) => other.step > step)) return "path-left";
  const wasAccepted = accepted.some((other) => other.step === step - 1);
  const isOnPath = after === undefined || wasAccepted === (after === "accepted");
  return isOnPath ? undefined : "path-left";
}
