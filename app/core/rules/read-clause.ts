import type { ConditionWords } from "./conditions/condition-words.ts";
import type { ConditionKind, ConditionSpec } from "./conditions/index.ts";
import { conditionWords } from "./conditions/words.ts";
import { range } from "./ranges.ts";
import type { Reading } from "./reading.ts";
import type { Clause } from "./rulebook.ts";
import { type Across, type Fields, type JsonSchema, type Shape, tagged, variant } from "./shapes.ts";

const GROUPS = ["all", "any", "none"] as const;
/** Deeper nesting than this says nothing that flatter rules could not, and a document's depth must be bounded. */
const DEPTH_MOST = 8;
const IN_A_GROUP_MOST = 100;
/** All groups and conditions of a rule together: a document that contains itself, or says everything, ends here. */
const PARTS_MOST = 1_000;

/** What a rule asks: conditions, and groups of them. Only the root may be an empty `all`: it means every order. */
export const clause: Shape<Clause> = {
  read: (reading) => readClause(reading, 1, { left: PARTS_MOST, root: reading }),
  schema: { $ref: "#/$defs/clause1" },
};

const conditionKinds = Object.keys(conditionWords) as ConditionKind[];

/** Every condition there is, each with its parameters. */
const condition = tagged(
  "problem.part.condition",
  Object.fromEntries(conditionKinds.map((kind) => [kind, conditionOf(kind)])),
  { message: "problem.condition.kind", values: { kinds: conditionKinds.join(", ") } },
) as Shape<ConditionSpec>;

function conditionOf(kind: ConditionKind): Shape<unknown> {
  const { parameters, bounds, across } = conditionWords[kind] as ConditionWords<ConditionKind>;
  return variant(kind, parameters as Fields, (bounds ? range : across) as Across<Fields> | undefined);
}

/** The parts of the schema that clauses refer to, by name. */
export const clauseSchemas: Readonly<Record<string, JsonSchema>> = {
  condition: condition.schema,
  ...Object.fromEntries(Array.from({ length: DEPTH_MOST }, (_, index) => [`clause${index + 1}`, schemaAt(index + 1)])),
};

interface Budget {
  left: number;
  readonly root: Reading;
}

function readClause(reading: Reading, depth: number, budget: Budget): Clause | undefined {
  if (budget.left-- <= 0) return budget.left === -1 ? tooMany(budget) : undefined;
  const group = GROUPS.find((name) => !reading.at(name).isAbsent);
  if (!group) return condition.read(reading);
  if (depth > DEPTH_MOST) return reading.wrong({ message: "problem.group.depth", values: { most: DEPTH_MOST } });
  const before = reading.problems.length;
  reading.onlyFields([group]);
  const items = reading.at(group).list("problem.group.list", IN_A_GROUP_MOST);
  if (items?.length === 0 && !(group === "all" && depth === 1)) {
    reading.at(group).wrong("problem.group.empty");
  }
  const parts = items?.map((item) => readClause(item, depth + 1, budget));
  return reading.problems.length === before ? ({ [group]: parts } as unknown as Clause) : undefined;
}

function tooMany({ root }: Budget): undefined {
  return root.wrong({ message: "problem.rule.parts", values: { most: PARTS_MOST } });
}

function schemaAt(depth: number): JsonSchema {
  const items = { $ref: depth === DEPTH_MOST ? "#/$defs/condition" : `#/$defs/clause${depth + 1}` };
  const groups = GROUPS.map((group) => ({
    type: "object",
    properties: {
      [group]: {
        type: "array",
        items,
        minItems: group === "all" && depth === 1 ? 0 : 1,
        maxItems: IN_A_GROUP_MOST,
        ...(group === "all" && depth === 1 ? { description: "Empty: every order." } : {}),
      },
    },
    required: [group],
    additionalProperties: false,
  }));
  return { anyOf: [{ $ref: "#/$defs/condition" }, ...groups] };
}
