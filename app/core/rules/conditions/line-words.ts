import type { Catalog, CatalogProduct } from "../../catalog/catalog.ts";
import type { Facts, PurchaseLine } from "../../facts/facts.ts";
import { oneOf } from "../shapes.ts";
import { LINE_QUANTIFIERS, PLAIN_LINE_QUANTIFIERS } from "./lines.ts";

export const lineQuantifier = oneOf(LINE_QUANTIFIERS, "problem.condition.lines");
export const plainLineQuantifier = oneOf(PLAIN_LINE_QUANTIFIERS, "problem.condition.plain-lines");

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
