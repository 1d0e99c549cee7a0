import type { CatalogProduct } from "../../catalog/catalog.ts";
import type { PurchaseLine } from "../../facts/facts.ts";
import { remembered } from "../../values/remembered.ts";
import { truthOf } from "./condition.ts";
import type { LineTruth } from "./lines.ts";
import { foldedAll } from "./texts.ts";

/** A line is meant if its product is, as our copy of the shop has it; undefined, and what our copy lacks, is unknown. */
export function whoseProduct<Asked>(
  isMeant: (product: CatalogProduct, asked: Asked, line: PurchaseLine) => boolean | undefined,
): LineTruth<Asked> {
  return (line, asked, { products }) => {
    const product = products.get(line.product);
    const meant = product && isMeant(product, asked, line);
    return meant === undefined ? "unknown" : truthOf(meant);
  };
}

const folded = new WeakMap<readonly string[], readonly string[]>();

/** The product's tags as they compare, made once for each copy of the product. */
export function tagsOf({ tags }: CatalogProduct): readonly string[] {
  return remembered(folded, tags, foldedAll);
}
