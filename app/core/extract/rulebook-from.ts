import { type Catalog, type CatalogCollection, catalogOf } from "../catalog/catalog.ts";
import type { Rulebook } from "../rules/rulebook.ts";
import type { CollectionId, ProductId } from "../values/ids.ts";
import type { DecidingSurface, Extract, ExtractedRule, ShopExtract } from "./extract.ts";

/** All parts that a purchase leads to, put together: `compile` takes rulebook, version and catalogue as they are. */
export interface Assembled {
  readonly rulebook: Rulebook & { readonly rules: readonly ExtractedRule[] };
  readonly version: number;
  readonly catalog: Catalog;
  /** The surfaces on which the app is asked whatever is decided here. */
  readonly asksApp: readonly DecidingSurface[];
  /** The priority from which on rules may be missing; Infinity where every rule of this purchase is here. */
  readonly leftFrom: number;
}

/** The parts together. Those of another version than the shop's are stale, or it is: their rules count as missing. */
export function rulebookFrom(shop: ShopExtract, products: readonly Extract[]): Assembled {
  const parts = [shop, ...products.filter(({ version }) => version === shop.version)];
  const rules = new Map(parts.flatMap((part) => part.rules.map((rule) => [rule.id, rule] as const)));
  const isStale = parts.length <= products.length;
  return {
    rulebook: { ...shop, rules: [...rules.values()] },
    version: shop.version,
    catalog: catalogOf(
      shop.shop,
      parts.flatMap((part) => part.products),
      collectionsOf(parts),
    ),
    asksApp: shop.asksApp,
    leftFrom: isStale ? 0 : Math.min(...parts.map(leftFrom)),
  };
}

function leftFrom({ left, leftFrom = 0 }: Extract): number {
  return left > 0 ? leftFrom : Infinity;
}

/** Each collection with what of it the parts tell: a product that is in one says so in its own part. */
function collectionsOf(parts: readonly Extract[]): CatalogCollection[] {
  const found = new Map<CollectionId, ProductId[]>();
  for (const { id, products } of parts.flatMap(({ collections }) => collections)) {
    found.set(id, [...(found.get(id) ?? []), ...products]);
  }
  return [...found].map(([id, products]) => ({ id, title: "", products: [...new Set(products)], updatedAt: 0 }));
}
