import { ZenDecisionContent, ZenEngine } from "@gorules/zen-engine";
import type { RuleId } from "#app/core/values/ids.ts";
import type { Peer } from "./peer.ts";
import type { PlainCondition, PlainRule } from "./plain-rule.ts";

/**
 * One decision table with the hit policy "first", a row for each rule and a column for each kind of condition; compiled
 * once (`ZenDecisionContent`). Its work is Rust's, on threads of its own.
 */
export const zenEngine: Peer = {
  name: "@gorules/zen-engine",
  isAsync: true,
  load: (rules) => {
    const decision = new ZenEngine().createDecision(new ZenDecisionContent(tableOf(rules)));
    return async (facts) => {
      const { result } = await decision.evaluate(facts);
      return result.rule as RuleId | undefined;
    };
  },
};

const COLUMNS = {
  anyOf: "products",
  noneOf: "products",
  country: "country",
  value: "value",
  moment: "moment",
} as const;
type Column = keyof typeof COLUMNS;

function tableOf(rules: readonly PlainRule[]): object {
  const place = { x: 0, y: 0 };
  const content = {
    hitPolicy: "first",
    inputs: Object.entries(COLUMNS).map(([id, field]) => ({ id, name: id, field })),
    outputs: [{ id: "rule", name: "rule", field: "rule" }],
    rules: rules.map(rowOf),
  };
  return {
    nodes: [
      { id: "purchase", type: "inputNode", name: "purchase", position: place },
      { id: "table", type: "decisionTableNode", name: "table", position: place, content },
      { id: "winner", type: "outputNode", name: "winner", position: place },
    ],
    edges: [
      { id: "in", type: "edge", sourceId: "purchase", targetId: "table" },
      { id: "out", type: "edge", sourceId: "table", targetId: "winner" },
    ],
  };
}

/** An empty cell is true; two conditions of one column are joined. */
function rowOf({ id, all }: PlainRule): Record<string, string> {
  const row: Record<Column, string[]> = { anyOf: [], noneOf: [], country: [], value: [], moment: [] };
  for (const condition of all) {
    const [column, cell] = cellOf(condition);
    row[column].push(cell);
  }
  const cells = Object.entries(row).map(([column, parts]) => [column, parts.join(" and ")]);
  return { _id: id, ...Object.fromEntries(cells), rule: JSON.stringify(id) };
}

function cellOf(condition: PlainCondition): [Column, string] {
  switch (condition.kind) {
    case "any-product":
      return ["anyOf", `some($, # in ${JSON.stringify(condition.products)})`];
    case "no-product":
      return ["noneOf", `none($, # in ${JSON.stringify(condition.products)})`];
    case "country":
      return ["country", `$ in ${JSON.stringify(condition.countries)}`];
    case "value":
    case "moment": {
      const { kind, least, most } = condition;
      const bounds = [
        ...(least === undefined ? [] : [`$ >= ${least}`]),
        ...(most === undefined ? [] : [`$ <= ${most}`]),
      ];
      return [kind, bounds.join(" and ")];
    }
  }
}
