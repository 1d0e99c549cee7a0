import type { Catalog } from "../../catalog/catalog.ts";
import type { Facts, PurchaseLine } from "../../facts/facts.ts";
import type { Truth } from "./condition.ts";

/**
 * How many lines a condition speaks of: `any` line has one of the values; `all` of the values are bought, each on some
 * line; `only` such lines are in the purchase, at least one; `none` is.
 */
export const LINE_QUANTIFIERS = ["any", "all", "only", "none"] as const;
export type LineQuantifier = (typeof LINE_QUANTIFIERS)[number];

/** Of lines that are so or not so: there are no values of which all could be bought. */
export const PLAIN_LINE_QUANTIFIERS = ["any", "only", "none"] as const;
export type PlainLineQuantifier = (typeof PLAIN_LINE_QUANTIFIERS)[number];

/** A set of values that is made once and asked often: a short list is faster to search than a set. */
export type Values<Value> = readonly Value[] | ReadonlySet<Value>;

const LIST_MOST = 8;

export function valuesOf<Value>(values: readonly Value[]): Values<Value> {
  return values.length <= LIST_MOST ? values : new Set(values);
}

export function hasValue<Value>(values: Values<Value>, value: Value): boolean {
  return Array.isArray(values) ? values.includes(value) : (values as ReadonlySet<Value>).has(value);
}

/** How many lines must have which values. */
export interface LinesAsked<Value> {
  readonly lines: LineQuantifier;
  readonly among: Values<Value>;
  /** The values one by one, where each must be bought. */
  readonly each: readonly Values<Value>[];
}

export function linesAsked<Value>(lines: LineQuantifier, values: readonly Value[]): LinesAsked<Value> {
  return { lines, among: valuesOf(values), each: lines === "all" ? values.map((value) => [value]) : [] };
}

/** Whether one line is meant; unknown where the shop's data on its product is missing. */
export type LineTruth<Asked> = (line: PurchaseLine, asked: Asked, catalog: Catalog) => Truth;

/** `any`, `all`, `only` and `none` over lines that have one of some values. */
export function holdsForValues<Value>(
  { lines, among, each }: LinesAsked<Value>,
  facts: Facts,
  catalog: Catalog,
  hasOneOf: LineTruth<Values<Value>>,
): Truth {
  if (lines !== "all") return holdsForLines(lines, facts, catalog, among, hasOneOf);
  let unknown = false;
  for (const value of each) {
    const isBought = holdsForLines("any", facts, catalog, value, hasOneOf);
    if (isBought === "false") return "false";
    if (isBought === "unknown") unknown = true;
  }
  return unknown ? "unknown" : "true";
}

/** `any`, `only` and `none` over lines, each of which is true, false or unknown. */
export function holdsForLines<Asked>(
  quantifier: PlainLineQuantifier,
  { lines }: Facts,
  catalog: Catalog,
  asked: Asked,
  isMeant: LineTruth<Asked>,
): Truth {
  if (quantifier === "only" && lines.length === 0) return "false";
  const decisive: Truth = quantifier === "only" ? "false" : "true";
  let unknown = false;
  for (const line of lines) {
    const meant = isMeant(line, asked, catalog);
    if (meant === decisive) return quantifier === "any" ? "true" : "false";
    if (meant === "unknown") unknown = true;
  }
  if (unknown) return "unknown";
  return quantifier === "any" ? "false" : "true";
}
