import type { Catalog, CatalogProduct } from "../../catalog/catalog.ts";
import type { Facts, PurchaseLine } from "../../facts/facts.ts";
import { oneOf } from "../shapes.ts";
import { namesOf } from "./condition-words.ts";
import { LINE_QUANTIFIERS, type LineQuantifier, PLAIN_LINE_QUANTIFIERS } from "./lines.ts";

export const lineQuantifier = oneOf(LINE_QUANTIFIERS, "problem.condition.lines");
export const plainLineQuantifier = oneOf(PLAIN_LINE_QUANTIFIERS, "problem.condition.plain-lines");

/** "bought Teacup", "bought all of Teacup, Teapot", "did not buy Teacup" */
export function boughtWords<Id>(lines: LineQuantifier, ids: readonly Id[], nameOf: (id: Id) => string): string {
  const named = namesOf(ids, nameOf);
  switch (lines) {
    case "any":
    case "all":
      return ids.length === 1 ? `bought ${named}` : `bought ${lines} of ${named}`;
    case "only":
      return `bought only ${named}`;
    case "none":
      return `did not buy ${named}`;
  }
}

/** "bought something tagged any of …", "bought only things of type …", "bought nothing from …"; `what` is "tagged" */
export function somethingWords<Value>(
  lines: LineQuantifier,
  what: string,
  values: readonly Value[],
  write: (value: Value) => string,
): string {
  const named = namesOf(values, write);
  return `bought ${THINGS[lines]} ${what} ${values.length === 1 ? named : `${lines === "all" ? "each" : "any"} of ${named}`}`;
}

const THINGS = { any: "something", all: "something", only: "only things", none: "nothing" } as const;

/** What each line was seen to be: {line: 1, product: "1001", type: "Teacup"}, without the last where it is unknown. */
export function linesSeen(facts: Facts, name: string, read: (line: PurchaseLine) => unknown) {
  return facts.lines.map((line, index) => {
    const value = read(line);
    return { line: index + 1, product: line.product, ...(value === undefined ? {} : { [name]: value }) };
  });
}

/** The same of the lines' products, as our copy of the shop has them. */
export function productsSeen(
  facts: Facts,
  { products }: Catalog,
  name: string,
  read: (product: CatalogProduct, line: PurchaseLine) => unknown,
) {
  return linesSeen(facts, name, (line) => {
    const product = products.get(line.product);
    return product && read(product, line);
  });
}
