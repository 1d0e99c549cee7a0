import type { ConditionSpec } from "./conditions/index.ts";
import type { LineQuantifier } from "./conditions/lines.ts";
import { isWithinPeriod, type Period } from "./periods.ts";
import { isSameDocument } from "./same-document.ts";

type Fields = Readonly<Record<string, unknown>>;

/**
 * Whether the second condition holds wherever the first does, and the first fails wherever the second does: whoever
 * bought a teacup bought a teacup or a spade. Told from what they say alone, whatever the shop sells; false where that
 * does not tell.
 */
export function impliesCondition(first: ConditionSpec, second: ConditionSpec): boolean {
  if (first.kind !== second.kind) return false;
  if (isSameDocument(first, second)) return true;
  const [left, right] = [first as unknown as Fields, second as unknown as Fields];
  const list = LISTS[first.kind];
  if (list !== undefined) return isSameBut([list, "lines", "of"], left, right) && impliesValues(list, left, right);
  switch (first.kind) {
    case "order-value":
    case "lifetime-spend":
    case "quantity":
    case "line-count":
    case "order-count":
    case "discount-percent":
    case "days-since-last-order":
      return isSameBut(["atLeast", "atMost"], left, right) && isWithinBounds(left, right);
    case "date":
      return isWithinPeriod(left as Period, right as Period);
    case "bought-before":
      return isSubset(listIn(left, "products"), listIn(right, "products")) && isSooner(left, right);
    case "random-share":
      return isSameBut(["percent"], left, right) && Number(left.percent) <= Number(right.percent);
    default:
      return false;
  }
}

/** The values that a condition lists: a tag, a country, a product. Undefined of one that lists none. */
export function listedValues(spec: ConditionSpec): readonly unknown[] | undefined {
  const list = LISTS[spec.kind];
  return list === undefined ? undefined : listIn(spec as unknown as Fields, list);
}

/** Whether it asks for one of the values that it lists: whatever implies it lists one of them too. */
export function asksForOneOf(spec: ConditionSpec): boolean {
  return LISTS[spec.kind] !== undefined && quantifierIn(spec as unknown as Fields) === "any";
}

/** Where a kind keeps the values of which one is enough, or all are asked. */
const LISTS: { readonly [Kind in ConditionSpec["kind"]]?: string } = {
  product: "products",
  variant: "variants",
  collection: "collections",
  tag: "tags",
  type: "types",
  vendor: "vendors",
  "product-metafield": "values",
  "discount-code": "codes",
  "customer-tag": "tags",
  country: "countries",
  region: "regions",
  market: "markets",
  currency: "currencies",
  language: "languages",
  device: "devices",
  weekday: "weekdays",
  "payment-method": "methods",
};

function impliesValues(list: string, first: Fields, second: Fields): boolean {
  const [values, wider] = [listIn(first, list), listIn(second, list)];
  const wanted = quantifierIn(second);
  switch (quantifierIn(first)) {
    case "any":
      return wanted === "any" ? isSubset(values, wider) : wanted === "all" && isOnly(values, wider);
    case "all":
      if (wanted === "all") return isSubset(wider, values);
      return wanted === "any" && values.some((value) => wider.includes(value));
    // There is at least one line, and each is of these.
    case "only":
      return (wanted === "only" || wanted === "any") && isSubset(values, wider);
    case "none":
      return wanted === "none" && isSubset(wider, values);
  }
}

/** A plain list asks for one of its values. */
const quantifierIn = ({ lines, of }: Fields) => (lines ?? of ?? "any") as LineQuantifier;

const listIn = (fields: Fields, name: string) => fields[name] as readonly unknown[];

function isSubset(values: readonly unknown[], of: readonly unknown[]): boolean {
  const all = new Set(of);
  return values.every((value) => all.has(value));
}

/** Both are lists of the same one value. */
const isOnly = ([value, ...more]: readonly unknown[], wider: readonly unknown[]) =>
  more.length === 0 && wider.every((one) => one === value);

function isSooner({ withinDays: days }: Fields, { withinDays: wider }: Fields): boolean {
  return wider === undefined || (days !== undefined && Number(days) <= Number(wider));
}

/** Bounds are numbers, or amounts of one currency. */
function isWithinBounds(first: Fields, second: Fields): boolean {
  const isIn = (name: "atLeast" | "atMost", isTighter: (one: number, other: number) => boolean) => {
    const [bound, wider] = [boundIn(first[name]), boundIn(second[name])];
    if (!wider) return true;
    return bound !== undefined && bound.currency === wider.currency && isTighter(bound.value, wider.value);
  };
  return isIn("atLeast", (one, other) => one >= other) && isIn("atMost", (one, other) => one <= other);
}

function boundIn(bound: unknown): { readonly value: number; readonly currency?: unknown } | undefined {
  if (typeof bound !== "object" || bound === null) return bound === undefined ? undefined : { value: Number(bound) };
  return { value: Number(Reflect.get(bound, "minor")), currency: Reflect.get(bound, "currency") };
}

function isSameBut(names: readonly string[], first: Fields, second: Fields): boolean {
  const others = (fields: Fields) =>
    Object.fromEntries(Object.entries(fields).filter(([name]) => !names.includes(name)));
  return isSameDocument(others(first), others(second));
}
