import type { Facts, PurchaseLine } from "../../facts/facts.ts";
import type { Truth } from "./condition.ts";

/**
 * How many lines a condition speaks of: `any` line is one of the values; `all` of the values are bought; `only` such lines
 * are in the purchase; `none` is.
 */
export const LINE_QUANTIFIERS = ["any", "all", "only", "none"] as const;
export type LineQuantifier = (typeof LINE_QUANTIFIERS)[number];

/** A set of values that is made once and asked often: a short list is faster to search than a set. */
export type Values<Value> = readonly Value[] | ReadonlySet<Value>;

const LIST_MOST = 8;

export function valuesOf<Value>(values: readonly Value[]): Values<Value> {
  return values.length <= LIST_MOST ? values : new Set(values);
}

export function hasValue<Value>(values: Values<Value>, value: Value): boolean {
  return Array.isArray(values) ? values.includes(value) : (values as ReadonlySet<Value>).has(value);
}

/** Whether one line is meant; unknown where the shop's data on its product is missing. */
type LineTruth<Prepared> = (line: PurchaseLine, prepared: Prepared) => Truth;

/** `any`, `only` and `none` over lines, each of which is true, false or unknown. */
export function holdsForLines<Prepared>(
  quantifier: "any" | "only" | "none",
  { lines }: Facts,
  prepared: Prepared,
  isMeant: LineTruth<Prepared>,
): Truth {
  let some = false;
  let others = false;
  let unknown = false;
  for (const line of lines) {
    const meant = isMeant(line, prepared);
    if (meant === "true") some = true;
    else if (meant === "false") others = true;
    else unknown = true;
  }
  if (quantifier === "any") return some ? "true" : unknown ? "unknown" : "false";
  if (quantifier === "none") return some ? "false" : unknown ? "unknown" : "true";
  return others || lines.length === 0 ? "false" : unknown ? "unknown" : "true";
}

/** `all`: each of the values is on some line; `isOn` says whether this value is on this line. */
export function everyValueIsBought<Value>(
  values: readonly Value[],
  { lines }: Facts,
  isOn: (line: PurchaseLine, value: Value) => Truth,
): Truth {
  let unknown = false;
  for (const value of values) {
    let best: Truth = "false";
    for (const line of lines) {
      const on = isOn(line, value);
      if (on === "true") {
        best = "true";
        break;
      }
      if (on === "unknown") best = "unknown";
    }
    if (best === "false") return "false";
    if (best === "unknown") unknown = true;
  }
  return unknown ? "unknown" : "true";
}
