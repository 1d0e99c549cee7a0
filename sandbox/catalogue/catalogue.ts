import { readFileSync } from "node:fs";
import type { SandboxProduct } from "../store/state/product.ts";
import { alsoSold } from "./also-sold.ts";
import { complementaryTo } from "./complementary.ts";
import { marketPricesOf } from "./market-prices.ts";
import { costOf, notesOn } from "./merchant-notes.ts";

export type { SandboxProduct, SandboxVariant } from "../store/state/product.ts";

/**
 * All that the demo shop sells, best sellers first: the committed extract, then what no year's orders tell of, each with
 * what the merchant noted on it. Throws when the file is missing or no JSON: the checkout is broken then.
 */
export function loadCatalogue(): SandboxProduct[] {
  const extract = JSON.parse(readFileSync(new URL("catalogue.json", import.meta.url), "utf8")) as SandboxProduct[];
  const products = [...extract, ...alsoSold(extract)];
  return products.map((product) => ({
    ...product,
    metafields: [...notesOn(product), ...complementaryTo(product, products)],
    variants: product.variants.map((variant) => ({
      ...variant,
      ...costOf(variant),
      ...marketPricesOf(product, variant),
    })),
  }));
}
