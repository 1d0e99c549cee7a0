import { readFileSync } from "node:fs";
import { someRule } from "#tests/support/builders.ts";

/** A rule with one mistake, where it is told and how; `fitsSchema` where a schema cannot compare what would have to be. */
export interface RefusedRule {
  readonly title: string;
  /** What is otherwise than in the builders' rule. */
  readonly change?: object;
  /** What is otherwise than in its offer. */
  readonly offer?: object;
  readonly path: string;
  readonly sentence: string;
  readonly fitsSchema?: true;
}

export function refusedRules(): readonly RefusedRule[] {
  return JSON.parse(readFileSync(new URL("./cases.json", import.meta.url), "utf8"));
}

export function ruleOf({ change, offer }: RefusedRule): unknown {
  const rule = someRule();
  return { ...rule, ...change, path: { offer: { ...rule.path.offer, ...offer } } };
}
