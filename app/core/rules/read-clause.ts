import type { ProductId } from "../values/ids.ts";
import type { ConditionKind, ConditionSpec } from "./conditions/index.ts";
import type { Reading } from "./reading.ts";
import type { Clause } from "./rulebook.ts";

const GROUPS = ["all", "any", "none"] as const;
/** Deeper nesting than this says nothing that flatter rules could not, and a document's depth must be bounded. */
const DEPTH_MOST = 8;

/** Conditions and groups. Only the root may be an empty `all`: it means every order, and the editor says so. */
export function readClause(reading: Reading, depth = 0): Clause | undefined {
  if (!reading.object("When the rule holds")) return undefined;
  if (depth > DEPTH_MOST) return reading.wrong(`Groups may stand at most ${DEPTH_MOST} deep.`);
  const group = GROUPS.find((name) => !reading.at(name).isAbsent);
  if (!group) return readCondition(reading);
  reading.onlyFields([group]);
  const items = reading.at(group).list("A group holds a list of conditions.", 100);
  if (!items) return undefined;
  if (items.length === 0 && !(group === "all" && depth === 0)) {
    return reading.at(group).wrong("A group needs at least one condition.");
  }
  const parts = items.map((item) => readClause(item, depth + 1));
  const whole = parts.filter((part) => part !== undefined);
  return whole.length === parts.length ? ({ [group]: whole } as unknown as Clause) : undefined;
}

/** Each condition's parameters, read from an untrusted document. */
const parameters: { readonly [Kind in ConditionKind]: (reading: Reading) => ConditionSpec | undefined } = {
  "bought-any-of": (reading) => {
    reading.onlyFields(["kind", "products"]);
    const products = readProducts(reading.at("products"));
    return products && { kind: "bought-any-of", products };
  },
};

function readCondition(reading: Reading): ConditionSpec | undefined {
  const kinds = Object.keys(parameters) as ConditionKind[];
  const kind = reading.at("kind").oneOf(kinds, `A condition is one of ${kinds.join(", ")}, or a group.`);
  return kind && parameters[kind](reading);
}

function readProducts(reading: Reading): ProductId[] | undefined {
  const items = reading.list("Choose at least one product.", 5_000);
  if (items?.length === 0) return reading.wrong("Choose at least one product.");
  const products = items?.map((item) => item.id<ProductId>("A product's id is its number in Shopify, as text."));
  return products?.every((product) => product !== undefined) ? [...new Set(products)] : undefined;
}
