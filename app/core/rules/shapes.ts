import { parseCurrency } from "../values/currency.ts";
import type { Money } from "../values/money.ts";
import type { Reading } from "./reading.ts";

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

type Fields = Readonly<Record<string, Shape<unknown> | OptionalShape<unknown>>>;
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

/** An object of exactly these fields; `what` completes "… is missing." */
export function record<const All extends Fields>(what: string, fields: All): Shape<RecordOf<All>> {
  const names = Object.keys(fields);
  return {
    read: (reading) => {
      if (!reading.object(what)) return undefined;
      reading.onlyFields(names);
      const before = reading.problems.length;
      const entries = names.flatMap((name) => {
        const shape = fields[name] as Shape<unknown>;
        const field = reading.at(name);
        return isOptional(shape) && field.isAbsent ? [] : [[name, shape.read(field)] as const];
      });
      return reading.problems.length === before ? (Object.fromEntries(entries) as RecordOf<All>) : undefined;
    },
    schema: {
      type: "object",
      properties: Object.fromEntries(names.map((name) => [name, (fields[name] as Shape<unknown>).schema])),
      required: names.filter((name) => !isOptional(fields[name] as Shape<unknown>)),
      additionalProperties: false,
    },
  };
}

/** At least `least` and at most `most` items; what stands twice counts once where items are texts. */
export function list<Item>(
  item: Shape<Item>,
  { sentence, least = 1, most }: { readonly sentence: string; readonly least?: number; readonly most: number },
): Shape<readonly Item[]> {
  return {
    read: (reading) => {
      const items = reading.list(sentence, most);
      if (!items) return undefined;
      if (items.length < least) return reading.wrong(sentence);
      const read = items.map((each) => item.read(each));
      return read.every((each) => each !== undefined) ? [...new Set(read as Item[])] : undefined;
    },
    schema: { type: "array", items: item.schema, minItems: least, maxItems: most },
  };
}

export function text(sentence: string, most: number): Shape<string> {
  return {
    read: (reading) => reading.text(sentence, most),
    schema: { type: "string", minLength: 1, maxLength: most },
  };
}

/** A text of this form: `pattern` is anchored by the caller. */
export function textLike(pattern: RegExp, sentence: string): Shape<string> {
  return {
    read: (reading) =>
      typeof reading.value === "string" && pattern.test(reading.value) ? reading.value : reading.wrong(sentence),
    schema: { type: "string", pattern: pattern.source },
  };
}

/** A numeric id of Shopify's as text, "40123". */
export function id<Id extends string>(sentence: string): Shape<Id> {
  return { read: (reading) => reading.id<Id>(sentence), schema: { type: "string", pattern: "^\\d{1,20}$" } };
}

export function wholeNumber(least: number, most: number, sentence: string): Shape<number> {
  return {
    read: (reading) => reading.wholeNumber(least, most, sentence),
    schema: { type: "integer", minimum: least, maximum: most },
  };
}

/** A percentage with at most two decimals: `least` ≤ it ≤ `most`, hundredths being the finest. */
export function percent(least: number, most: number, sentence: string): Shape<number> {
  return {
    read: (reading) => {
      const { value } = reading;
      const isFitting = typeof value === "number" && value >= least && value <= most && hasTwoDecimals(value);
      return isFitting ? value : reading.wrong(sentence);
    },
    schema: { type: "number", minimum: least, maximum: most, multipleOf: 0.01 },
  };
}

const hasTwoDecimals = (value: number) => Math.abs(value * 100 - Math.round(value * 100)) < 1e-9;

export function oneOf<const Word extends string>(words: readonly Word[], sentence: string): Shape<Word> {
  return { read: (reading) => reading.oneOf(words, sentence), schema: { enum: words } };
}

export function trueOrFalse(sentence: string): Shape<boolean> {
  return {
    read: (reading) => (typeof reading.value === "boolean" ? reading.value : reading.wrong(sentence)),
    schema: { type: "boolean" },
  };
}

/** An amount in minor units, never negative. */
export const amount: Shape<Money> = {
  read: (reading) => {
    if (!reading.object("The amount")) return undefined;
    reading.onlyFields(["minor", "currency"]);
    const minor = reading
      .at("minor")
      .wholeNumber(0, 1_000_000_000, "An amount is a whole number of pence, cents or the like, 0 or more.");
    const code = reading.at("currency").value;
    const currency = typeof code === "string" ? parseCurrency(code) : undefined;
    if (!currency) return reading.at("currency").wrong("The currency is a code of three letters.");
    return minor === undefined ? undefined : { minor, currency };
  },
  schema: {
    type: "object",
    properties: {
      minor: { type: "integer", minimum: 0, maximum: 1_000_000_000 },
      currency: { type: "string", pattern: "^[A-Za-z]{3}$" },
    },
    required: ["minor", "currency"],
    additionalProperties: false,
  },
};
