import type { Explanation } from "#app/core/decision/decision.ts";
import { differencesFrom } from "#app/core/decision/evidence-bundle.ts";
import { explainEvidence } from "#app/core/decision/evidence-of.ts";
import { explainStep, type StepExplanation, type StepOfPath } from "#app/core/decision/explain-step.ts";
import type { Rulebook } from "#app/core/rules/rulebook.ts";
import type { DecisionId, OrderId, Shop } from "#app/core/values/ids.ts";
import type { Database } from "#app/stores/database.ts";
import { type DecisionKept, loadOrderScreen, type OrderScreen } from "#app/stores/read-models/order-screen.ts";
import { stepsOfPurchase } from "./steps-of-purchase.ts";

export interface ExplainedOrder extends OrderScreen {
  readonly explained: ReadonlyMap<DecisionId, ExplainedDecision>;
}

/** Why it was decided so, recomputed from what was kept. */
export type ExplainedDecision =
  /** Of a first offer: every rule's fate. `differs`: it is decided otherwise now, and the trace is of that. */
  | {
      readonly kind: "rules";
      readonly explanation: Explanation;
      readonly differs: boolean;
      readonly rulebook: Rulebook;
    }
  /** Of what followed an answer. */
  | {
      readonly kind: "step";
      readonly step: StepOfPath;
      readonly explanation: StepExplanation;
      readonly differs: boolean;
      readonly rulebook: Rulebook;
    }
  /** What was decided is kept, but not what it was decided from. */
  | { readonly kind: "lost" };

/** An order with all that happened, and why; undefined when the shop has no such order. */
export async function explainOrder(
  { database }: { readonly database: Pick<Database, "inShop"> },
  { shop, order }: { readonly shop: Shop; readonly order: OrderId },
): Promise<ExplainedOrder | undefined> {
  const screen = await database.inShop(shop, (tenant) => loadOrderScreen(tenant, order));
  if (!screen) return undefined;
  const steps = stepsOfPurchase(screen);
  const rulebooks = new Map(screen.rulebooks.map(({ version, rulebook }) => [version, rulebook]));
  const explained = new Map(
    screen.decisions.map((kept) => [
      kept.id,
      explainKept(kept, rulebooks.get(kept.rulebookVersion), steps.get(kept.id)),
    ]),
  );
  return { ...screen, explained };
}

function explainKept(
  { evidence, decision, rulebookVersion, step: number }: DecisionKept,
  rulebook: Rulebook | undefined,
  step: StepOfPath | undefined,
): ExplainedDecision {
  if (!evidence || !rulebook) return { kind: "lost" };
  if (number === 1) {
    const explanation = explainEvidence(evidence, rulebook, rulebookVersion);
    return { kind: "rules", explanation, differs: differencesFrom(decision, explanation).length > 0, rulebook };
  }
  const explanation = step && explainStep(evidence, rulebook, rulebookVersion, step);
  if (!explanation) return { kind: "lost" };
  return { kind: "step", step, explanation, differs: differencesFrom(decision, explanation).length > 0, rulebook };
}
