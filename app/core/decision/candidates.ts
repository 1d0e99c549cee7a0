import type { Facts } from "../facts/facts.ts";
import type { CompiledRulebook } from "../rules/compile.ts";
import type { Rule } from "../rules/rulebook.ts";

/** The rules that could speak on this surface, in the order they are asked. */
export function candidatesFor(facts: Facts, rulebook: CompiledRulebook): readonly Rule[] {
  return rulebook.rulesOn.get(facts.surface) ?? [];
}
