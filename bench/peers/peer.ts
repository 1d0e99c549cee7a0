import type { RuleId } from "#app/core/values/ids.ts";
import type { PlainFacts, PlainRule } from "./plain-rule.ts";

/** Another engine, used as its own documentation recommends, best-only: the rules come in the order in which they are asked. */
export interface Peer {
  readonly name: string;
  readonly isAsync?: boolean;
  /** Answers the first rule that fits. */
  readonly load: (rules: readonly PlainRule[]) => (facts: PlainFacts) => Winner | Promise<Winner>;
}

export type Winner = RuleId | undefined;
