import { type Currency, parseCurrency } from "../values/currency.ts";
import { isTimezone } from "../values/shop-time.ts";
import { oneOf, optional, record, type Shape } from "./shapes.ts";

/** How data is written that no merchant typed: shops, products and purchases as documents. */

/** Any text, an empty one too. */
export function anyText<Text extends string = string>(): Shape<Text> {
  return {
    read: (reading) =>
      typeof reading.value === "string" ? (reading.value as Text) : reading.wrong("problem.text.any"),
    schema: { type: "string" },
  };
}

/** A list that may be empty; what stands twice stays twice. */
export function listOf<Item>(item: Shape<Item>, most = 100_000): Shape<readonly Item[]> {
  return {
    read: (reading) => {
      const read = reading.list("problem.list.any", most)?.map((each) => item.read(each));
      return read?.every((each) => each !== undefined) ? (read as Item[]) : undefined;
    },
    schema: { type: "array", items: item.schema, maxItems: most },
  };
}

/** {"custom.material": "china"} */
export const textsByName: Shape<Readonly<Record<string, string>>> = {
  read: (reading) => {
    if (!reading.object("problem.part.this")) return undefined;
    const text = anyText();
    const entries = Object.keys(reading.value as object).map((name) => [name, text.read(reading.at(name))] as const);
    return entries.every(([, read]) => read !== undefined)
      ? (Object.fromEntries(entries) as Record<string, string>)
      : undefined;
  },
  schema: { type: "object", additionalProperties: { type: "string" } },
};

export const currencyCode: Shape<Currency> = {
  read: (reading) =>
    (typeof reading.value === "string" ? parseCurrency(reading.value) : undefined) ??
    reading.wrong("problem.currency.code"),
  schema: { type: "string", pattern: "^[A-Za-z]{3}$" },
};

export const timezone: Shape<string> = {
  read: (reading) =>
    typeof reading.value === "string" && isTimezone(reading.value) ? reading.value : reading.wrong("problem.timezone"),
  schema: { type: "string" },
};

export const utmParameters = record("problem.part.utm", {
  source: optional(anyText()),
  medium: optional(anyText()),
  campaign: optional(anyText()),
  term: optional(anyText()),
  content: optional(anyText()),
});

export const device = oneOf(["phone", "tablet", "desktop"], "problem.device");
