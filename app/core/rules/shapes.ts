import { type Currency, parseCurrency } from "../values/currency.ts";
import type { Money } from "../values/money.ts";
import type { Message } from "../values/say.ts";
import { isLocalMoment } from "../values/shop-time.ts";
import type { Reading, Wrong } from "./reading.ts";

/** JSON Schema, draft 2020-12. */
export type JsonSchema = Readonly<Record<string, unknown>>;

/** How one part of a rulebook is written: read from an untrusted document, and described for editors and schemas. */
export interface Shape<Value> {
  /** The value, or undefined with every problem noted at its place. */
  readonly read: (reading: Reading) => Value | undefined;
  readonly schema: JsonSchema;
}

/** What a shape reads. */
export type Written<Described> = Described extends Shape<infer Value> ? Value : never;

interface OptionalShape<Value> extends Shape<Value> {
  readonly isOptional: true;
}

export type Fields = Readonly<Record<string, Shape<unknown> | OptionalShape<unknown>>>;
type OptionalNames<All extends Fields> = {
  [Name in keyof All]: All[Name] extends OptionalShape<unknown> ? Name : never;
}[keyof All];

/** What a record of these fields reads. */
export type RecordOf<All extends Fields> = {
  readonly [Name in Exclude<keyof All, OptionalNames<All>>]: Written<All[Name]>;
} & { readonly [Name in OptionalNames<All>]?: Written<All[Name]> };

export function optional<Value>(shape: Shape<Value>): OptionalShape<Value> {
  return { ...shape, isOptional: true };
}

const isOptional = (shape: Shape<unknown>) => "isOptional" in shape;

/** What one field alone cannot say of a record: asked with what could be read of it, and told at `reading`'s places. */
export interface Across<All extends Fields> {
  readonly check?: (read: Partial<RecordOf<All>>, reading: Reading) => void;
  readonly schema?: JsonSchema;
}

/** An object of exactly these fields; `what` completes "… is missing." */
export function record<const All extends Fields>(
  what: Message,
  fields: All,
  { check, schema = {} }: Across<All> = {},
): Shape<RecordOf<All>> {
  const names = Object.keys(fields);
  return {
    read: (reading) => {
      if (!reading.object(what)) return undefined;
      const before = reading.problems.length;
      reading.onlyFields(names);
      const entries = names.flatMap((name) => {
        const shape = fields[name] as Shape<unknown>;
        const field = reading.at(name);
        const value = isOptional(shape) && field.isAbsent ? undefined : shape.read(field);
        return value === undefined ? [] : [[name, value] as const];
      });
      const read = Object.fromEntries(entries) as RecordOf<All>;
      check?.(read, reading);
      return reading.problems.length === before ? read : undefined;
    },
    schema: {
      type: "object",
      properties: Object.fromEntries(names.map((name) => [name, (fields[name] as Shape<unknown>).schema])),
      required: names.filter((name) => !isOptional(fields[name] as Shape<unknown>)),
      additionalProperties: false,
      ...schema,
    },
  };
}

/** One kind of a union that `tagged` reads: an object with this `kind` and these fields. */
export function variant<const Kind extends string, const All extends Fields>(
  kind: Kind,
  fields: All,
  across: Across<{ readonly kind: Shape<Kind> } & All> = {},
) {
  return record(
    "problem.part.it",
    { kind: oneOf([kind], { message: "problem.kind", values: { kind } }), ...fields },
    across,
  );
}

/** An object that says by its `kind` which of these it is; `what` completes "… is missing." */
export function tagged<const Variants extends Readonly<Record<string, Shape<unknown>>>>(
  what: Message,
  variants: Variants,
  wrong: Wrong,
): Shape<Written<Variants[keyof Variants]>> {
  const kinds = Object.keys(variants);
  return {
    read: (reading) => {
      if (!reading.object(what)) return undefined;
      const kind = reading.at("kind").oneOf(kinds, wrong);
      return kind === undefined ? undefined : (variants[kind]?.read(reading) as Written<Variants[keyof Variants]>);
    },
    schema: { type: "object", anyOf: Object.values(variants).map(({ schema }) => schema) },
  };
}

/** The same, described once under this name in the schema's `$defs`. */
export function named<Value>(name: string, { read }: Shape<Value>): Shape<Value> {
  return { read, schema: { $ref: `#/$defs/${name}` } };
}

/** What may stand once in a list: the key that tells two items apart, where the second is told, and how. */
interface Distinct {
  readonly by: (item: Reading) => unknown;
  readonly at: string;
  readonly message: (key: string) => Wrong;
}

/** At least `least` and at most `most` items; what stands twice counts once where items are texts. */
export function list<Item>(
  item: Shape<Item>,
  {
    message,
    least = 1,
    most,
    distinct,
  }: { readonly message: Wrong; readonly least?: number; readonly most: number; readonly distinct?: Distinct },
): Shape<readonly Item[]> {
  return {
    read: (reading) => {
      const items = reading.list(message, most);
      if (!items) return undefined;
      if (items.length < least) return reading.wrong(message);
      const before = reading.problems.length;
      const read = items.map((each) => item.read(each));
      if (distinct) reportTwins(items, distinct);
      return reading.problems.length === before ? [...new Set(read as Item[])] : undefined;
    },
    schema: { type: "array", items: item.schema, minItems: least, maxItems: most },
  };
}

function reportTwins(items: readonly Reading[], { by, at, message }: Distinct): void {
  const seen = new Set<string>();
  for (const item of items) {
    const key = by(item);
    if (typeof key !== "string") continue;
    if (seen.has(key)) item.at(at).wrong(message(key));
    seen.add(key);
  }
}

/** Of more than blanks, every byte kept. */
export function text(wrong: Wrong, most: number): Shape<string> {
  return {
    read: (reading) => reading.text(wrong, most),
    schema: { type: "string", minLength: 1, maxLength: most, pattern: "^[^\\u0000]*[^\\s\\u0000][^\\u0000]*$" },
  };
}

/** A text of this form: `pattern` is anchored by the caller. */
export function textLike(pattern: RegExp, wrong: Wrong): Shape<string> {
  return {
    read: (reading) =>
      typeof reading.value === "string" && pattern.test(reading.value) ? reading.value : reading.wrong(wrong),
    schema: { type: "string", pattern: pattern.source },
  };
}

/** A numeric id of Shopify's as text, "40123". */
export function id<Id extends string>(wrong: Wrong): Shape<Id> {
  return { read: (reading) => reading.id<Id>(wrong), schema: { type: "string", pattern: "^\\d{1,20}$" } };
}

export function wholeNumber(least: number, most: number, wrong: Wrong): Shape<number> {
  return {
    read: (reading) => reading.wholeNumber(least, most, wrong),
    schema: { type: "integer", minimum: least, maximum: most },
  };
}

/** A percentage with at most two decimals: `least` ≤ it ≤ `most`, hundredths being the finest. */
export function percent(least: number, most: number, wrong: Wrong): Shape<number> {
  return {
    read: (reading) => {
      const { value } = reading;
      const isFitting = typeof value === "number" && value >= least && value <= most && hasTwoDecimals(value);
      return isFitting ? value + 0 : reading.wrong(wrong);
    },
    // No `multipleOf`: validators reckon it in floats and refuse 0.07.
    schema: { type: "number", minimum: least, maximum: most, description: "At most two decimals." },
  };
}

/** Exact: the nearest number to so many hundredths is what dividing them gives. */
const hasTwoDecimals = (value: number) => Math.round(value * 100) / 100 === value;

export function oneOf<const Word extends string>(words: readonly Word[], wrong: Wrong): Shape<Word> {
  return { read: (reading) => reading.oneOf(words, wrong), schema: { enum: words } };
}

export function trueOrFalse(wrong: Wrong): Shape<boolean> {
  return {
    read: (reading) => (typeof reading.value === "boolean" ? reading.value : reading.wrong(wrong)),
    schema: { type: "boolean" },
  };
}

/** A day or a minute on the shop's clock, "2026-11-27" or "2026-11-27T09:00". */
export const localMoment: Shape<string> = {
  read: (reading) =>
    typeof reading.value === "string" && isLocalMoment(reading.value)
      ? reading.value
      : reading.wrong("problem.local-moment"),
  schema: { type: "string", pattern: "^(?:19[7-9]\\d|[2-9]\\d{3})-[01]\\d-[0-3]\\d(?:T[0-2]\\d:[0-5]\\d)?$" },
};

const CURRENCY = /^[A-Za-z]{3}$/;

const currency: Shape<Currency> = {
  read: (reading) => {
    const { value } = reading;
    const code = typeof value === "string" && CURRENCY.test(value) ? parseCurrency(value) : undefined;
    return code ?? reading.wrong("problem.amount.currency");
  },
  schema: { type: "string", pattern: CURRENCY.source },
};

/** In minor units; 10 million of most currencies is the most. */
export const amountFrom = (least: number, wrong: Wrong): Shape<Money> =>
  record("problem.part.amount", { minor: wholeNumber(least, 1_000_000_000, wrong), currency });

/** An amount in minor units, never negative. */
export const amount = amountFrom(0, "problem.amount.any");
