import { KNOWN_ON } from "#app/core/facts/fact-names.ts";
import type { Surface } from "#app/core/facts/facts.ts";
import { type ConditionKind, conditions } from "#app/core/rules/conditions/index.ts";
import { conditionWords } from "#app/core/rules/conditions/words.ts";
import type { JsonSchema, Shape } from "#app/core/rules/shapes.ts";

/** The conditions as they are proposed, by what they speak of. */
export const KINDS_BY_SUBJECT = {
  bought: [
    "product",
    "variant",
    "collection",
    "tag",
    "type",
    "vendor",
    "product-metafield",
    "quantity",
    "line-count",
    "subscription-line",
    "gift-card-line",
    "requires-shipping",
  ],
  order: [
    "order-value",
    "discount-used",
    "discount-percent",
    "discount-code",
    "payment-method",
    "shipping-method",
    "sales-channel",
  ],
  customer: [
    "first-order",
    "order-count",
    "lifetime-spend",
    "days-since-last-order",
    "bought-before",
    "answered-offer",
    "customer-tag",
    "signed-in",
  ],
  place: ["country", "region", "market", "currency", "language"],
  source: ["utm", "landing-page", "referrer", "device"],
  time: ["date", "weekday", "hour"],
  share: ["random-share"],
} as const satisfies Readonly<Record<string, readonly ConditionKind[]>>;

export type Subject = keyof typeof KINDS_BY_SUBJECT;
export const SUBJECTS = Object.keys(KINDS_BY_SUBJECT) as readonly Subject[];

export function kindOf(clause: unknown): ConditionKind | undefined {
  const kind = typeof clause === "object" && clause !== null && "kind" in clause ? clause.kind : undefined;
  return typeof kind === "string" && Object.hasOwn(conditionWords, kind) ? (kind as ConditionKind) : undefined;
}

/** A parameter as the condition declares it. */
export interface Parameter {
  readonly name: string;
  readonly schema: JsonSchema;
  readonly mayBeAbsent: boolean;
}

/** What a condition of this kind is told by, in the order in which it declares them. */
export function parametersOf(kind: ConditionKind): readonly Parameter[] {
  const parameters = conditionWords[kind].parameters as Readonly<Record<string, Shape<unknown>>>;
  return Object.entries(parameters).map(([name, shape]) => ({
    name,
    schema: shape.schema,
    mayBeAbsent: "isOptional" in shape,
  }));
}

/** One that was just added: the first of every choice, and nothing yet where only the merchant knows. */
export function newCondition(kind: ConditionKind): Readonly<Record<string, unknown>> {
  const begun = parametersOf(kind).flatMap(({ name, schema, mayBeAbsent }) =>
    mayBeAbsent ? [] : [[name, beginningOf(schema)] as const],
  );
  return { kind, ...Object.fromEntries(begun), ...(kind === "random-share" ? { percent: 50, seed: "A" } : {}) };
}

function beginningOf({ enum: words, type }: JsonSchema): unknown {
  if (Array.isArray(words)) return words[0];
  if (type === "array") return [];
  return type === "boolean" ? true : "";
}

/** Those of the pages that never tell what the condition asks. */
export function unknownOn(kind: ConditionKind, surfaces: readonly Surface[]): readonly Surface[] {
  return surfaces.filter((surface) => conditions[kind].needs.some((fact) => !KNOWN_ON[surface].has(fact)));
}
