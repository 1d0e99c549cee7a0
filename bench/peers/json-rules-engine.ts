import { Engine, type NestedCondition } from "json-rules-engine";
import type { RuleId } from "#app/core/values/ids.ts";
import type { Peer, Winner } from "./peer.ts";
import type { PlainCondition, PlainRule } from "./plain-rule.ts";

/**
 * A priority for each rule (the higher runs first) and `stop()` at the first that fits: what its documentation gives for
 * "the first match wins" (docs/engine.md of json-rules-engine 7.3.1).
 */
export const jsonRulesEngine: Peer = {
  name: "json-rules-engine",
  isAsync: true,
  load: (rules) => {
    const engine = new Engine();
    let winner: Winner;
    engine.on("success", ({ params }) => {
      winner ??= params?.rule as RuleId;
      engine.stop();
    });
    addTo(engine, rules);
    return async (facts) => {
      winner = undefined;
      await engine.run(facts);
      return winner;
    };
  },
};

/** As its README runs it: every rule is asked, the events come in the order of priority. */
export const jsonRulesEngineForAll: Peer = {
  name: "json-rules-engine, every rule",
  isAsync: true,
  load: (rules) => {
    const engine = new Engine();
    addTo(engine, rules);
    return async (facts) => {
      const { events } = await engine.run(facts);
      return events[0]?.params?.rule as Winner;
    };
  },
};

function addTo(engine: Engine, rules: readonly PlainRule[]): void {
  rules.forEach(({ id, all }, index) => {
    engine.addRule({
      name: id,
      priority: rules.length - index,
      conditions: { all: all.flatMap(conditionsOf) },
      event: { type: "offer", params: { rule: id } },
    });
  });
}

function conditionsOf(condition: PlainCondition): NestedCondition[] {
  switch (condition.kind) {
    case "any-product":
      return [{ any: condition.products.map((value) => ({ fact: "products", operator: "contains", value })) }];
    case "no-product":
      return condition.products.map((value) => ({ fact: "products", operator: "doesNotContain", value }));
    case "country":
      return [{ fact: "country", operator: "in", value: condition.countries }];
    case "value":
    case "moment": {
      const { kind: fact, least, most } = condition;
      return [
        ...(least === undefined ? [] : [{ fact, operator: "greaterThanInclusive", value: least }]),
        ...(most === undefined ? [] : [{ fact, operator: "lessThanInclusive", value: most }]),
      ];
    }
  }
}
