import type { Extract, ShopExtract } from "#app/core/extract/extract.ts";
import { readExtract, readShopExtract } from "#app/core/extract/read-extract.ts";
import type { AppMetafieldEntry } from "./page.ts";

/** The parts of the published rulebook that this purchase leads to. */
export interface Extracts {
  readonly shop: ShopExtract;
  readonly products: readonly Extract[];
}

const KEY = "offers";

/**
 * Of the metafields that the page gives, ours. Undefined without a part of the shop's that this release can read: never
 * published, cut off, written for a later one. A product's part that can't be read is left out.
 */
export function readExtracts(entries: readonly AppMetafieldEntry[]): Extracts | undefined {
  const values = (type: string) =>
    entries
      .filter(({ target, metafield }) => target.type === type && metafield.key === KEY)
      .map(({ metafield }) => parsed(metafield.value));
  const [shop] = values("shop").map(readShopExtract);
  if (!shop) return undefined;
  return { shop, products: values("product").flatMap((value) => readExtract(value) ?? []) };
}

function parsed(value: unknown): unknown {
  if (typeof value !== "string") return undefined;
  try {
    return JSON.parse(value);
  } catch {
    // Cut off, or not ours.
    return undefined;
  }
}
