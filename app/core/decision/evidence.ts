import type { CatalogCollection, CatalogProduct, ShopProfile } from "../catalog/catalog.ts";
import type { Facts } from "../facts/facts.ts";
import type { RuleUse } from "./rule-use.ts";

/**
 * Every value that deciding consulted, so that `explain` over it and the rulebook's version gives the same trace, to the
 * byte, whenever it is asked: the facts with the customer's history, and of the shop's copy the products of the purchase
 * and those of every candidate.
 */
export interface Evidence {
  readonly facts: Facts;
  readonly shop: ShopProfile;
  readonly products: readonly CatalogProduct[];
  readonly collections: readonly CatalogCollection[];
  readonly use: readonly RuleUse[];
}
