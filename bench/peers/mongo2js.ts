import { guard, type MongoQuery } from "@ucast/mongo2js";
import type { Peer } from "./peer.ts";
import type { PlainCondition, PlainFacts, PlainRule } from "./plain-rule.ts";

/** A guard for each rule, made once, asked one after the other until one holds. */
export const mongo2js: Peer = {
  name: "@ucast/mongo2js",
  load: (rules) => {
    const guards = guardsOf(rules);
    return (facts) => guards.find(({ holds }) => holds(facts))?.id;
  },
};

/** As a filter: every rule is asked, the first of those that hold is taken. */
export const mongo2jsForAll: Peer = {
  name: "@ucast/mongo2js, every rule",
  load: (rules) => {
    const guards = guardsOf(rules);
    return (facts) => guards.filter(({ holds }) => holds(facts))[0]?.id;
  },
};

function guardsOf(rules: readonly PlainRule[]) {
  return rules.map(({ id, all }) => ({
    id,
    holds: guard<PlainFacts>({ $and: all.map(queryOf) } as MongoQuery<PlainFacts>),
  }));
}

function queryOf(condition: PlainCondition): Readonly<Record<string, unknown>> {
  switch (condition.kind) {
    case "any-product":
      return { products: { $in: condition.products } };
    case "no-product":
      return { products: { $nin: condition.products } };
    case "country":
      return { country: { $in: condition.countries } };
    case "value":
    case "moment": {
      const { kind, least, most } = condition;
      return { [kind]: { ...(least !== undefined && { $gte: least }), ...(most !== undefined && { $lte: most }) } };
    }
  }
}
