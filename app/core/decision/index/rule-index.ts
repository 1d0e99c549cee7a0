import type { Catalog } from "../../catalog/catalog.ts";
import type { Facts } from "../../facts/facts.ts";
import { isCondition } from "../../rules/conjuncts.ts";
import type { Clause } from "../../rules/rulebook.ts";
import type { ProductId } from "../../values/ids.ts";
import { languageOf } from "../../values/language.ts";
import { fullWordsOf } from "./bits.ts";
import { type BoundIndex, boundIndex } from "./bound-index.ts";
import { homesOf } from "./homes.ts";
import type { Facet } from "./keys-of.ts";
import { type Posting, postingOf } from "./postings.ts";
import { productPostings } from "./product-postings.ts";

/** What a rule is found by. */
export interface Indexed {
  /** What all must hold: see `conjunctsOf`. */
  readonly conjuncts: readonly Clause[];
  readonly from: number;
  readonly until: number;
}

/**
 * Where to look for rules that can hold for a purchase, without looking at those that can't. Each rule stands at one of
 * its conditions, that which fewest purchases meet; what is found is checked exactly afterwards.
 */
export interface RuleIndex {
  readonly rules: number;
  /** Those that no key finds: they may hold for any purchase. */
  readonly always: Posting;
  readonly byProduct: ReadonlyMap<ProductId, readonly Posting[]>;
  readonly byVariant: ReadonlyMap<string, Posting> | undefined;
  readonly byPurchase: readonly PurchaseFacet[];
  /** To narrow many: by order value and schedule, and by what must not be in the purchase. */
  readonly bounds: readonly PurchaseBound[];
  readonly refusedWith: ReadonlyMap<string, Refused>;
}

/** Rules that a product in the purchase rules out, where they are many: few are found out when they are asked. */
export interface Refused {
  readonly words: Int32Array;
  /** Of which words all are refused. */
  readonly full: Int32Array;
}

interface PurchaseFacet {
  readonly keyIn: (facts: Facts) => string | undefined;
  readonly postings: ReadonlyMap<string, Posting>;
}

interface PurchaseBound {
  readonly valueIn: (facts: Facts) => number;
  readonly index: BoundIndex;
}

/** The index, and for each rule the place of the conjunct that being found by it has proven, -1 where none is. */
export function indexOf(
  rules: readonly Indexed[],
  catalog: Catalog,
): { readonly index: RuleIndex; readonly proven: readonly number[] } {
  const count = rules.length;
  const homes = homesOf(rules.map(({ conjuncts }) => conjuncts));
  const postingsOf = (facet: Facet) => toPostings(homes.places.get(facet), count);
  const byVariant = postingsOf("variant");
  const bounds = rules.map((rule) => boundsOf(rule, catalog));
  const index: RuleIndex = {
    rules: count,
    always: postingOf(homes.homeless, count),
    byProduct: productPostings(postingsOf, catalog),
    byVariant: byVariant.size > 0 ? byVariant : undefined,
    byPurchase: PURCHASE_FACETS.flatMap(({ facet, keyIn }) => {
      const postings = postingsOf(facet);
      return postings.size > 0 ? [{ keyIn, postings }] : [];
    }),
    bounds: PURCHASE_BOUNDS.flatMap(({ leastIn, valueIn }) => {
      const found = boundIndex(bounds.map(leastIn));
      return found ? [{ valueIn, index: found }] : [];
    }),
    refusedWith: refusals(rules, count),
  };
  return { index, proven: homes.proven };
}

const PURCHASE_FACETS: readonly { readonly facet: Facet; readonly keyIn: PurchaseFacet["keyIn"] }[] = [
  { facet: "country", keyIn: ({ destinationCountry }) => destinationCountry },
  { facet: "currency", keyIn: ({ presentmentCurrency }) => presentmentCurrency },
  { facet: "language", keyIn: ({ locale }) => languageOf(locale) },
];

function toPostings(places: ReadonlyMap<string, readonly number[]> | undefined, rules: number): Map<string, Posting> {
  return new Map([...(places ?? [])].map(([value, some]) => [value, postingOf(some, rules)]));
}

interface Bounds {
  atLeast: number;
  atMost: number;
  readonly from: number;
  readonly until: number;
}

/** What each rule names a least value of: a most is the least of the opposite, and a schedule ends before its last moment. */
const PURCHASE_BOUNDS: readonly (Pick<PurchaseBound, "valueIn"> & { readonly leastIn: (bounds: Bounds) => number })[] =
  [
    { leastIn: ({ atLeast }) => atLeast, valueIn: ({ subtotal }) => subtotal.minor },
    { leastIn: ({ atMost }) => -atMost, valueIn: ({ subtotal }) => -subtotal.minor },
    { leastIn: ({ from }) => from, valueIn: ({ at }) => at },
    { leastIn: ({ until }) => -until, valueIn: ({ at }) => -at - 1 },
  ];

/** The narrowest bounds, an order value's in the shop's currency: those in other currencies are asked exactly only. */
function boundsOf({ conjuncts, from, until }: Indexed, { shop }: Catalog): Bounds {
  const bounds: Bounds = { atLeast: -Infinity, atMost: Infinity, from, until };
  for (const clause of conjuncts) {
    if (!isCondition(clause) || clause.kind !== "order-value") continue;
    if (clause.atLeast?.currency === shop.currency) bounds.atLeast = Math.max(bounds.atLeast, clause.atLeast.minor);
    if (clause.atMost?.currency === shop.currency) bounds.atMost = Math.min(bounds.atMost, clause.atMost.minor);
  }
  return bounds;
}

function refusals(rules: readonly Indexed[], count: number): Map<string, Refused> {
  const postings = [...toPostings(exclusionsOf(rules), count)];
  return new Map(
    postings.flatMap(([product, { bits }]) =>
      bits ? [[product, { words: bits.words, full: fullWordsOf(bits) }] as const] : [],
    ),
  );
}

/** The products that each rule refuses: from "did not buy", and from "bought" under a `none`. */
function exclusionsOf(rules: readonly Indexed[]): Map<string, number[]> {
  const places = new Map<string, number[]>();
  rules.forEach(({ conjuncts }, place) => {
    for (const product of conjuncts.flatMap(refusedBy)) {
      const known = places.get(product);
      if (known?.at(-1) === place) continue;
      if (known) known.push(place);
      else places.set(product, [place]);
    }
  });
  return places;
}

function refusedBy(clause: Clause): readonly ProductId[] {
  if ("none" in clause) {
    return clause.none.flatMap((part) =>
      isCondition(part) && part.kind === "product" && part.lines === "any" ? part.products : [],
    );
  }
  return isCondition(clause) && clause.kind === "product" && clause.lines === "none" ? clause.products : [];
}
