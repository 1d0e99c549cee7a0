import jsonLogic from "json-logic-js";
import type { Peer } from "./peer.ts";
import type { PlainCondition } from "./plain-rule.ts";

/** `apply` for each rule, one after the other. */
export const jsonLogicJs: Peer = {
  name: "json-logic-js",
  load: (rules) => {
    const written = rules.map(({ id, all }) => ({ id, logic: { and: all.map(logicOf) } }));
    return (facts) => written.find(({ logic }) => jsonLogic.apply(logic, facts))?.id;
  },
};

function logicOf(condition: PlainCondition): unknown {
  switch (condition.kind) {
    case "any-product":
      return someBought(condition.products);
    case "no-product":
      return { "!": [someBought(condition.products)] };
    case "country":
      return { in: [{ var: "country" }, condition.countries] };
    case "value":
    case "moment": {
      const { kind, least, most } = condition;
      return {
        and: [
          ...(least === undefined ? [] : [{ ">=": [{ var: kind }, least] }]),
          ...(most === undefined ? [] : [{ "<=": [{ var: kind }, most] }]),
        ],
      };
    }
  }
}

const someBought = (products: readonly string[]) => ({ some: [{ var: "products" }, { in: [{ var: "" }, products] }] });
