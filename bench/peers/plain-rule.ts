import type { Facts } from "#app/core/facts/facts.ts";
import type { Clause, Rule } from "#app/core/rules/rulebook.ts";
import type { RuleId } from "#app/core/values/ids.ts";
import { invariant } from "#app/core/values/invariant.ts";
import { instantOfLocal } from "#app/core/values/shop-time.ts";

/** A workload's rule in neutral terms, which each peer writes in its own language: all of it must hold. */
export interface PlainRule {
  readonly id: RuleId;
  readonly all: readonly PlainCondition[];
}

export type PlainCondition =
  | { readonly kind: "any-product" | "no-product"; readonly products: readonly string[] }
  | { readonly kind: "country"; readonly countries: readonly string[] }
  /** Both inclusive. */
  | { readonly kind: "value" | "moment"; readonly least?: number; readonly most?: number };

/** A purchase as the peers see it: made before the clock runs. */
export interface PlainFacts extends Readonly<Record<string, unknown>> {
  readonly products: readonly string[];
  readonly value: number;
  readonly country: string;
  readonly moment: number;
}

export function plainFacts({ lines, subtotal, destinationCountry, at }: Facts): PlainFacts {
  invariant(destinationCountry, "a purchase of a workload is sent somewhere");
  return {
    products: lines.map(({ product }) => product),
    value: subtotal.minor,
    country: destinationCountry,
    moment: at,
  };
}

export function plainRule(rule: Rule, timezone: string): PlainRule {
  const { from, until } = rule.schedule ?? {};
  const scheduled: PlainCondition = {
    kind: "moment",
    ...(from !== undefined && { least: instantOfLocal(from, timezone) }),
    ...(until !== undefined && { most: instantOfLocal(until, timezone) - 1 }),
  };
  invariant("all" in rule.when, "a workload's rule asks for all of its conditions");
  return { id: rule.id, all: [...(rule.schedule ? [scheduled] : []), ...rule.when.all.map(plainCondition)] };
}

function plainCondition(clause: Clause): PlainCondition {
  invariant("kind" in clause, "a workload's rule has no groups");
  switch (clause.kind) {
    case "product":
      return { kind: clause.lines === "none" ? "no-product" : "any-product", products: clause.products };
    case "country":
      return clause;
    case "order-value":
      return {
        kind: "value",
        ...(clause.atLeast && { least: clause.atLeast.minor }),
        ...(clause.atMost && { most: clause.atMost.minor }),
      };
    default:
      throw new Error(`no peer was taught ${clause.kind}`);
  }
}
