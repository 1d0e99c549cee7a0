import type { CatalogProduct, ShopProfile } from "../catalog/catalog.ts";
import type { Surface } from "../facts/facts.ts";
import type { Rule, Rulebook } from "../rules/rulebook.ts";
import type { CollectionId, ProductId } from "../values/ids.ts";

/** The surfaces that decide by themselves, in the shopper's browser, from what the shop keeps in metafields. */
export const DECIDING_SURFACES = ["checkout", "thank-you", "order-status"] as const satisfies readonly Surface[];
export type DecidingSurface = (typeof DECIDING_SURFACES)[number];

/**
 * A part of the published rulebook with the shop's data that deciding it needs, small enough for a metafield: on a product
 * what it triggers, on the shop what any purchase may trigger. All parts that a purchase leads to, put together, are a
 * rulebook and a catalogue that `compile` and `decide` take as they are.
 */
export interface Extract {
  /** Another number means another shape: a part that was written for a later release is not read. */
  readonly format: 1;
  /** Of the rulebook. Parts of different versions are not put together: the highest stands, the others are stale. */
  readonly version: number;
  readonly rules: readonly ExtractedRule[];
  /** What the rules offer; on a product also the product itself, for conditions on its tags, type, vendor, metafields. */
  readonly products: readonly CatalogProduct[];
  /** Of the collections that rules speak of, those that hold this product; those that are offered, with what is offered of them. */
  readonly collections: readonly { readonly id: CollectionId; readonly products: readonly ProductId[] }[];
  /** Rules that would not fit into the metafield: only the app knows them, and it is asked. */
  readonly left: number;
  /** The priority of the first of those: what stands before it is certain without them. Absent where none was left. */
  readonly leftFrom?: number;
}

/** `words` only where they are short: else the app is asked on every surface. Of `guards` only what is no secret. */
export interface ShopExtract extends Extract, Omit<Rulebook, "format" | "rules"> {
  readonly shop: ShopProfile;
  /**
   * The surfaces on which the app is asked although rules are at hand: an answer may have been given on an earlier page, or
   * a share of the shoppers is trying another version.
   */
  readonly asksApp: readonly DecidingSurface[];
}

/**
 * A rule as it is published, without what only the merchant reads: its first offer only, and of what that takes from a
 * collection the first few. Its priority is its place among all rules as they stand, for what tells rules of one priority
 * apart (what they leave to the merchant) is not for shoppers' browsers, and neither are costs.
 */
export interface ExtractedRule extends Rule {
  /** It turns on what only the app knows (customer, answers, limits of the shop): unknown here until the app has spoken. */
  readonly asksApp?: true;
  /** Its discount on the checkout is a native automatic one: the line that is added gets it without a code. */
  readonly isAutomatic?: true;
}
