import type { Rulebook } from "../rules/rulebook.ts";
import type { Decision, Explanation } from "./decision.ts";
import type { Evidence } from "./evidence.ts";
import { differencesFrom } from "./evidence-bundle.ts";
import { explainEvidence } from "./evidence-of.ts";
import { explainStep, type StepExplanation, type StepOfPath } from "./explain-step.ts";

/** A decision with what it was made from, as far as that was kept. */
export interface KeptDecision {
  readonly decision: Decision;
  readonly rulebookVersion: number;
  /** Of that version. */
  readonly rulebook: Rulebook | undefined;
  readonly evidence: Evidence | null;
  /** Where it stands on a rule's path; absent of a first offer. */
  readonly step: StepOfPath | undefined;
}

/** Why it was decided so. `differs`: recomputed it comes out otherwise, and what is explained is that. */
export type ExplainedDecision =
  /** Of a first offer: every rule's fate. */
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

/** The decision made again from its evidence. */
export function explainKept({ decision, rulebookVersion, rulebook, evidence, step }: KeptDecision): ExplainedDecision {
  if (!evidence || !rulebook) return { kind: "lost" };
  if (!step) {
    const explanation = explainEvidence(evidence, rulebook, rulebookVersion);
    return { kind: "rules", explanation, differs: differencesFrom(decision, explanation).length > 0, rulebook };
  }
  const explanation = explainStep(evidence, rulebook, rulebookVersion, step);
  if (!explanation) return { kind: "lost" };
  return { kind: "step", step, explanation, differs: differencesFrom(decision, explanation).length > 0, rulebook };
}
