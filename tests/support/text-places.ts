import { type ConditionKind, conditions } from "#app/core/rules/conditions/index.ts";
import { conditionWords } from "#app/core/rules/conditions/words.ts";
import type { JsonSchema, Shape } from "#app/core/rules/shapes.ts";
import { someRule } from "./builders.ts";

/** What stands beside the text in a condition of its own: as little as makes it whole. */
const BESIDE: Readonly<Record<string, unknown>> = {
  products: ["1001"],
  namespace: "custom",
  key: "material",
  values: ["china"],
  from: "09:00",
  until: "17:00",
  seed: "A",
  percent: 10,
};

interface ConditionPlace {
  readonly kind: ConditionKind;
  readonly name: string;
  readonly isList: boolean;
}

/** Every parameter of every condition that is written as text, ids and codes too: a new condition needs nothing here. */
export const CONDITION_TEXTS: readonly ConditionPlace[] = (Object.keys(conditions) as ConditionKind[]).flatMap((kind) =>
  parametersOf(kind).flatMap(([name, { schema }]): readonly ConditionPlace[] => {
    if (isText(schema)) return [{ kind, name, isList: false }];
    return schema.type === "array" && isText(schema.items as JsonSchema) ? [{ kind, name, isList: true }] : [];
  }),
);

/** A condition of that kind that says `text` there. */
export function conditionWith({ kind, name, isList }: ConditionPlace, text: string): Readonly<Record<string, unknown>> {
  const beside = parametersOf(kind)
    .filter(([other, shape]) => other !== name && !("isOptional" in shape))
    .map(([other, { schema }]) => [other, Array.isArray(schema.enum) ? schema.enum[0] : BESIDE[other]]);
  const bounds = "atLeast" in conditionWords[kind].parameters ? { atLeast: 1 } : {};
  return { kind, ...Object.fromEntries(beside), ...bounds, [name]: isList ? [text] : text };
}

/** Where else a rule is written as text, by its place. */
export const OFFER_TEXTS = [
  "name",
  "path.offer.words.headline.en",
  "path.offer.words.headline.ar",
  "path.offer.words.reason.de",
  "path.offer.partner.name",
  "path.ifDeclined.offer.words.headline.fr",
  "path.ifDeclined.offer.words.reason.fr",
] as const;

/** A rule that has all of these places. */
export const WORDY_RULE = {
  ...someRule(),
  path: {
    offer: { ...someRule().path.offer, kind: "partner", partner: { name: "Potters", commissionPercent: 10 } },
    ifDeclined: { offer: someRule().path.offer },
  },
};

function parametersOf(kind: ConditionKind): [string, Shape<unknown>][] {
  return Object.entries(conditionWords[kind].parameters as Readonly<Record<string, Shape<unknown>>>);
}

function isText(schema: JsonSchema): boolean {
  return schema.type === "string" && !Array.isArray(schema.enum);
}
