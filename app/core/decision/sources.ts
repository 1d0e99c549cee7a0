import type { Catalog } from "../catalog/catalog.ts";
import type { Facts, PurchaseLine } from "../facts/facts.ts";
import type { GuardSettings, Offer, ProductSource } from "../rules/rulebook.ts";
import { finishHash, startOfHash } from "../values/hash.ts";
import type { CollectionId, ProductId } from "../values/ids.ts";
import { bundleOf, type Option, optionOf, type Wanted } from "./option.ts";

/** Of a collection so many are looked at: past the fifty best sellers nobody's offer is worth the search. */
export const OF_A_COLLECTION_MOST = 50;

/** Of what Shopify calls complementary to the purchase, so many. */
const COMPLEMENTARY_MOST = 20;

/** What the source gives for every purchase alike, or undefined where that depends on the purchase. */
export function optionsForAll(
  offer: Offer,
  catalog: Catalog,
  settings: GuardSettings | undefined,
): readonly Option[] | undefined {
  const { source } = offer;
  switch (source.kind) {
    case "named":
    case "choice":
      return source.products.map((wanted) => optionOf(wanted, offer, catalog, settings));
    case "bundle":
      return bundleOf(
        source.items.map(({ product, variant, quantity }) => ({
          product,
          pieces: quantity,
          ...(variant === undefined ? {} : { variants: [variant] }),
        })),
        offer,
        catalog,
        settings,
      );
    case "collection": {
      if (source.order === "random") return undefined;
      const options = ofCollection(source.collection, catalog).map((product) =>
        optionOf({ product }, offer, catalog, settings),
      );
      return source.order === "cheapest" ? options.sort(cheaperFirst) : options;
    }
    case "suggestions":
    case "next-journey-step":
      // Nothing has been learned or planned yet: there is nothing to look up.
      return [];
    default:
      return undefined;
  }
}

/** What the source gives for this purchase, in the order in which it is tried. `because` is the line that made the rule fit. */
export function optionsFor(
  { offer, seed }: { readonly offer: Offer; readonly seed: string },
  facts: Facts,
  because: PurchaseLine | undefined,
  catalog: Catalog,
  settings: GuardSettings | undefined,
): readonly Option[] {
  return wantedFor(offer.source, seed, facts, because, catalog).map((wanted) =>
    optionOf(wanted, offer, catalog, settings),
  );
}

function wantedFor(
  source: ProductSource,
  seed: string,
  facts: Facts,
  because: PurchaseLine | undefined,
  catalog: Catalog,
): readonly Wanted[] {
  switch (source.kind) {
    case "collection":
      return inOrderOfHash(ofCollection(source.collection, catalog), `${facts.customer ?? facts.reference} ${seed}`);
    case "same-again":
      return oneMore(because ?? facts.lines[0]);
    case "from-purchase":
      return oneMore(facts.lines.reduce(source.which === "dearest" ? dearer : cheaper, facts.lines[0] as PurchaseLine));
    case "complementary":
      return [...new Set(facts.lines.flatMap(({ product }) => catalog.products.get(product)?.complementary ?? []))]
        .slice(0, COMPLEMENTARY_MOST)
        .map((product) => ({ product }));
    default:
      return [];
  }
}

/** Whether the source offers what was bought on purpose: then it may be in the purchase. */
export function offersMoreOfTheSame({ kind }: ProductSource): boolean {
  return kind === "same-again" || kind === "from-purchase";
}

function oneMore(line: PurchaseLine | undefined): Wanted[] {
  return line ? [{ product: line.product, variants: [line.variant] }] : [];
}

/** By the price of one piece, compared exactly; the first of equals stays. */
const dearer = (best: PurchaseLine, line: PurchaseLine) => (perPiece(line, best) > 0 ? line : best);
const cheaper = (best: PurchaseLine, line: PurchaseLine) => (perPiece(line, best) < 0 ? line : best);
const perPiece = (line: PurchaseLine, other: PurchaseLine) =>
  line.total.minor * other.quantity - other.total.minor * line.quantity;

function ofCollection(id: CollectionId, { collections }: Catalog): readonly ProductId[] {
  return (collections.get(id)?.products ?? []).slice(0, OF_A_COLLECTION_MOST);
}

/** What cannot be sold has no price to compare and comes last. */
function cheaperFirst(left: Option, right: Option): number {
  return (
    Number(left.variants.length === 0) - Number(right.variants.length === 0) || left.price.minor - right.price.minor
  );
}

/** The same for a shopper and rule each time; equal hashes stay as the collection has them. */
function inOrderOfHash(products: readonly ProductId[], seed: string): Wanted[] {
  const start = startOfHash(`${seed} `);
  return products
    .map((product) => ({ product, hash: finishHash(start, product) }))
    .sort((left, right) => left.hash - right.hash)
    .map(({ product }) => ({ product }));
}
