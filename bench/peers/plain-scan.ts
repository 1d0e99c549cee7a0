import type { Catalog } from "#app/core/catalog/catalog.ts";
import type { Facts } from "#app/core/facts/facts.ts";
import { holdsOf, type Prepared, prepare } from "#app/core/rules/conditions/index.ts";
import type { Rule } from "#app/core/rules/rulebook.ts";
import type { Instant } from "#app/core/values/instant.ts";
import { invariant } from "#app/core/values/invariant.ts";
import { instantOfLocal } from "#app/core/values/shop-time.ts";
import type { Winner } from "./peer.ts";

interface Scanned {
  readonly id: Rule["id"];
  readonly from: Instant;
  readonly until: Instant;
  readonly all: readonly { readonly holds: ReturnType<typeof holdsOf>; readonly prepared: Prepared }[];
}

/** Our own conditions, prepared, one rule after the other until one fits: what an index has to beat. */
export function plainScan(rules: readonly Rule[], catalog: Catalog): (facts: Facts) => Winner {
  const scanned = rules.map((rule) => scannedOf(rule, catalog.shop.timezone));
  return (facts) => {
    for (const { id, from, until, all } of scanned) {
      if (facts.at < from || facts.at >= until) continue;
      let fits = true;
      for (const { holds, prepared } of all) {
        if (holds(prepared, facts, catalog) !== "true") {
          fits = false;
          break;
        }
      }
      if (fits) return id;
    }
    return undefined;
  };
}

function scannedOf({ id, when, schedule }: Rule, timezone: string): Scanned {
  invariant("all" in when, "a workload's rule asks for all of its conditions");
  return {
    id,
    from: schedule?.from === undefined ? Number.NEGATIVE_INFINITY : instantOfLocal(schedule.from, timezone),
    until: schedule?.until === undefined ? Number.POSITIVE_INFINITY : instantOfLocal(schedule.until, timezone),
    all: when.all.map((clause) => {
      invariant("kind" in clause, "a workload's rule has no groups");
      return { holds: holdsOf(clause.kind), prepared: prepare(clause) };
    }),
  };
}
