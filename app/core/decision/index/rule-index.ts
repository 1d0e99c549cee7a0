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
  /** To narrow many: by order value, by schedule, by what must not be in the purchase. */
  readonly atLeast: BoundIndex | undefined;
  readonly atMost: BoundIndex | undefined;
  readonly from: BoundIndex | undefined;
  readonly until: BoundIndex | undefined;
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

/** The index, and for each rule the place of the conjunct that being found by it has proven, -1 where none is. */
export function indexOf(
  rules: readonly Indexed[],
  catalog: Catalog,
): { readonly index: RuleIndex; readonly proven: readonly number[] } {
  const count = rules.length;
  const homes = homesOf(rules.map(({ conjuncts }) => conjuncts));
  const postingsOf = (facet: Facet) => toPostings(homes.places.get(facet), count);
  const byVariant = postingsOf("variant");
  const bounds = rules.map(({ conjuncts }) => orderValueIn(conjuncts, catalog));
  const index: RuleIndex = {
    rules: count,
    always: postingOf(homes.homeless, count),
    byProduct: productPostings(postingsOf, catalog),
    byVariant: byVariant.size > 0 ? byVariant : undefined,
    byPurchase: PURCHASE_FACETS.flatMap(({ facet, keyIn }) => {
      const postings = postingsOf(facet);
      return postings.size > 0 ? [{ keyIn, postings }] : [];
    }),
    atLeast: boundIndex(count, (place) => bounds[place]?.atLeast),
    atMost: boundIndex(count, (place) => negated(bounds[place]?.atMost)),
    from: boundIndex(count, (place) => finite(rules[place]?.from)),
    until: boundIndex(count, (place) => negated(finite(rules[place]?.until))),
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

/** The narrowest bounds on the order value in the shop's currency; those in other currencies are asked exactly only. */
function orderValueIn(conjuncts: readonly Clause[], { shop }: Catalog) {
  let atLeast: number | undefined;
  let atMost: number | undefined;
  for (const clause of conjuncts) {
    if (!isCondition(clause) || clause.kind !== "order-value") continue;
    if (clause.atLeast?.currency === shop.currency) atLeast = Math.max(atLeast ?? 0, clause.atLeast.minor);
    if (clause.atMost?.currency === shop.currency) atMost = Math.min(atMost ?? Infinity, clause.atMost.minor);
  }
  return { atLeast, atMost };
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

const negated = (value: number | undefined) => (value === undefined ? undefined : -value);
const finite = (value: number | undefined) => (value !== undefined && Number.isFinite(value) ? value : undefined);
