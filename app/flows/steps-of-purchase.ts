import type { Acceptance } from "#app/core/acceptance/acceptance.ts";
import type { StepOfPath } from "#app/core/decision/explain-step.ts";
import type { DecisionId, ProductId } from "#app/core/values/ids.ts";
import type { DecisionKept, OrderScreen } from "#app/stores/read-models/order-screen.ts";
import { followUpId } from "./follow-up-id.ts";

/** Where each decision that followed an answer stands on its rule's path; first offers are not among them. */
export function stepsOfPurchase({
  decisions,
  acceptances,
}: Pick<OrderScreen, "decisions" | "acceptances">): ReadonlyMap<DecisionId, StepOfPath> {
  const steps = new Map<DecisionId, StepOfPath>();
  for (const decision of decisions) {
    const answered = decision.step > 1 ? answeredBefore(decision, decisions) : undefined;
    if (!answered) continue;
    const { before, answer } = answered;
    const way = steps.get(before.id);
    const yes = acceptances.find(({ step, surface }) => step === before.step && surface === before.facts.surface);
    steps.set(decision.id, {
      rule: before.offer.rule,
      after: [...(way?.after ?? []), answer],
      taken: [...(way?.taken ?? []), ...(answer === "accepted" ? acceptedIn(yes) : offeredIn(before))],
    });
  }
  return steps;
}

type Shown = DecisionKept & { readonly offer: Extract<DecisionKept["decision"], { kind: "show" }>["offer"] };

/** A follow-up's id is made of what was answered and how. */
function answeredBefore({ id, step, facts }: DecisionKept, decisions: readonly DecisionKept[]) {
  for (const before of decisions) {
    if (before.step !== step - 1 || before.decision.kind !== "show") continue;
    for (const answer of ["accepted", "declined"] as const) {
      if (followUpId({ ...facts, decision: before.id, answer, step }) === id) {
        return { before: { ...before, offer: before.decision.offer }, answer };
      }
    }
  }
  return undefined;
}

function acceptedIn(yes: Acceptance | undefined): ProductId[] {
  return yes?.items.map(({ product }) => product) ?? [];
}

function offeredIn({ offer }: Shown): ProductId[] {
  return offer.products.map(({ product }) => product);
}
