import fc from "fast-check";
import type { ConditionSpec } from "#app/core/rules/conditions/index.ts";
import { rulebookSchema } from "#app/core/rules/rulebook-schema.ts";

/** What the rulebook's schema says of a condition. */
interface Schema {
  readonly type?: string;
  readonly enum?: readonly unknown[];
  readonly anyOf?: readonly Schema[];
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly required?: readonly string[];
  readonly items?: Schema;
  readonly minItems?: number;
  readonly maxItems?: number;
  readonly minimum?: number;
  readonly maximum?: number;
  readonly maxLength?: number;
  readonly pattern?: string;
}

const defined = rulebookSchema().$defs as Readonly<Record<string, Schema>>;

const OF_A_DAY = "2026-11-27";
const OF_A_MINUTE = "2026-11-27T09:00";

const moment = fc
  .tuple(fc.integer({ min: Date.parse("1970-01-01"), max: Date.parse("2099-12-31") }), fc.boolean())
  .map(([at, isDay]) => new Date(at).toISOString().slice(0, isDay ? OF_A_DAY.length : OF_A_MINUTE.length));

/** Valid conditions of every kind there is, with parameters as the schema allows them: a new condition needs nothing here. */
export const arbitraryCondition: fc.Arbitrary<ConditionSpec> = fc
  .oneof(...(defined.condition?.anyOf ?? []).map(arbitraryOf))
  .map((spec) => inOrder(spec as Readonly<Record<string, unknown>>))
  .filter((spec) => !isEmptyTime(spec)) as fc.Arbitrary<unknown> as fc.Arbitrary<ConditionSpec>;

function arbitraryOf(schema: Schema): fc.Arbitrary<unknown> {
  if (schema.enum) return fc.constantFrom(...schema.enum);
  switch (schema.type) {
    case "object":
      return objectOf(schema);
    case "array": {
      const most = Math.min(schema.maxItems ?? 3, (schema.minItems ?? 0) + 3);
      return fc.uniqueArray(arbitraryOf(schema.items ?? {}), { minLength: schema.minItems ?? 0, maxLength: most });
    }
    case "integer":
      return fc.integer({ min: schema.minimum ?? 0, max: Math.min(schema.maximum ?? 1_000, 1_000_000) });
    case "number":
      return fc
        .integer({ min: (schema.minimum ?? 0) * 100, max: (schema.maximum ?? 100) * 100 })
        .map((all) => all / 100);
    case "boolean":
      return fc.boolean();
    case "string":
      return textOf(schema);
    default:
      throw new Error(`no values for ${JSON.stringify(schema)}`);
  }
}

function objectOf({ properties = {}, required = [], anyOf }: Schema): fc.Arbitrary<object> {
  const fields = Object.fromEntries(Object.entries(properties).map(([name, schema]) => [name, arbitraryOf(schema)]));
  return fc
    .record(fields, { requiredKeys: [...required] })
    .filter((value) => !anyOf || anyOf.some((one) => (one.required ?? []).every((name) => Object.hasOwn(value, name))));
}

function textOf({ pattern = "", maxLength = 20 }: Schema): fc.Arbitrary<string> {
  const isLike = new RegExp(pattern, "u");
  if (isLike.test(OF_A_MINUTE) && !isLike.test("tea")) return moment;
  if (isLike.test("GBP") && !isLike.test("tea time"))
    return fc.constantFrom("GBP", "EUR", "JPY").filter((code) => isLike.test(code));
  if (isLike.test("tea time")) {
    return fc
      .string({ unit: "grapheme", minLength: 1, maxLength: Math.min(maxLength, 12) })
      .filter((text) => text.length <= maxLength && isLike.test(text) && text.isWellFormed());
  }
  return fc.stringMatching(isLike);
}

/** What a schema cannot say: the greater bound second and in the same currency, the later moment second. */
function inOrder(spec: Readonly<Record<string, unknown>>): Readonly<Record<string, unknown>> {
  const { kind, atLeast, atMost, from, until } = spec;
  if (typeof atLeast === "number" && typeof atMost === "number") {
    return { ...spec, atLeast: Math.min(atLeast, atMost), atMost: Math.max(atLeast, atMost) };
  }
  if (typeof atLeast === "object" && typeof atMost === "object") return { ...spec, atMost: atLeast };
  if (kind !== "date" || typeof from !== "string" || typeof until !== "string") return spec;
  const [first, second] = [from, until].sort();
  return { ...spec, from: first, until: second };
}

function isEmptyTime({ from, until }: Readonly<Record<string, unknown>>): boolean {
  return typeof from === "string" && typeof until === "string" && (until === from || until === `${from}T00:00`);
}
