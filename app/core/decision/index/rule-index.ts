import type { Catalog } from "../../catalog/catalog.ts";
import type { Facts } from "../../facts/facts.ts";
import { isCondition } from "../../rules/conjuncts.ts";
import type { Clause } from "../../rules/rulebook.ts";
import { addTo } from "../../values/add-to.ts";
import type { Currency } from "../../values/currency.ts";
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
  readonly shopCurrency: Currency;
  /** Those that no key finds: they may hold for any purchase. */
  readonly always: Posting;
  readonly byProduct: ReadonlyMap<ProductId, readonly Posting[]>;
  readonly byVariant: ReadonlyMap<string, Posting> | undefined;
  readonly byPurchase: readonly PurchaseFacet[];
  /** To narrow many: by order value and schedule, and by what must not be in the purchase. */
  readonly bounds: readonly PurchaseBound[];
  /** All least values of each rule, one after the other: asked of a rule before anything else is. */
  readonly limits: Float64Array;
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
  /** Which of the values of a purchase it bounds. */
  readonly of: number;
  readonly index: BoundIndex;
}

/** The index, and for each rule what of its conjuncts being found by it has proven. */
export function indexOf(
  rules: readonly Indexed[],
  catalog: Catalog,
): { readonly index: RuleIndex; readonly proves: (rule: number, conjunct: number) => boolean } {
  const count = rules.length;
  const homes = homesOf(rules.map(({ conjuncts }) => conjuncts));
  const postingsOf = (facet: Facet) => toPostings(homes.places.get(facet), count);
  const byVariant = postingsOf("variant");
  const shopCurrency = catalog.shop.currency;
  const limits = rules.map((rule) => limitsOf(rule, shopCurrency));
  const index: RuleIndex = {
    rules: count,
    shopCurrency,
    always: postingOf(homes.homeless, count),
    byProduct: productPostings(postingsOf, catalog),
    byVariant: byVariant.size > 0 ? byVariant : undefined,
    byPurchase: PURCHASE_FACETS.flatMap(({ facet, keyIn }) => {
      const postings = postingsOf(facet);
      return postings.size > 0 ? [{ keyIn, postings }] : [];
    }),
    bounds: Array.from({ length: BOUNDED }).flatMap((_, of) => {
      const found = boundIndex(limits.map((ofRule) => ofRule[of] as number));
      return found ? [{ of, index: found }] : [];
    }),
    limits: Float64Array.from(limits.flat()),
    refusedWith: refusals(rules, count),
  };
  const proves = (rule: number, conjunct: number) =>
    homes.proven[rule] === conjunct || isBound(rules[rule]?.conjuncts[conjunct], shopCurrency);
  return { index, proves };
}

const PURCHASE_FACETS: readonly { readonly facet: Facet; readonly keyIn: PurchaseFacet["keyIn"] }[] = [
  { facet: "country", keyIn: ({ destinationCountry }) => destinationCountry },
  { facet: "currency", keyIn: ({ presentmentCurrency }) => presentmentCurrency },
  { facet: "language", keyIn: ({ locale }) => languageOf(locale) },
];

function toPostings(places: ReadonlyMap<string, readonly number[]> | undefined, rules: number): Map<string, Posting> {
  return new Map([...(places ?? [])].map(([value, some]) => [value, postingOf(some, rules)]));
}

/** How many values of a purchase are bounded; see `valuesIn`. */
export const BOUNDED = 4;

/**
 * The values of a purchase that rules name a least of. A most is a least of the opposite, and a schedule ends before its
 * last moment. A subtotal that is not in the shop's money reaches no bound: no rule with one can hold then.
 */
export function valuesIn({ subtotal, at }: Facts, shopCurrency: Currency, into: Float64Array): void {
  const isShops = subtotal.currency === shopCurrency;
  into[0] = isShops ? subtotal.minor : -Infinity;
  into[1] = isShops ? -subtotal.minor : -Infinity;
  into[2] = at;
  into[3] = -at - 1;
}

/** The least of each value that the rule allows, -Infinity where it names none. */
function limitsOf({ conjuncts, from, until }: Indexed, shopCurrency: Currency): number[] {
  let least = -Infinity;
  let most = Infinity;
  for (const clause of conjuncts) {
    if (!isBound(clause, shopCurrency)) continue;
    least = Math.max(least, clause.atLeast?.minor ?? least);
    most = Math.min(most, clause.atMost?.minor ?? most);
  }
  return [least, -most, from, -until];
}

/** Whether the limits say all of the clause: a bound of the order value in the shop's money. */
function isBound(
  clause: Clause | undefined,
  shopCurrency: Currency,
): clause is Extract<Clause, { kind: "order-value" }> {
  if (!clause || !isCondition(clause) || clause.kind !== "order-value") return false;
  const { atLeast, atMost } = clause;
  return [atLeast, atMost].every((bound) => !bound || bound.currency === shopCurrency);
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
    for (const product of conjuncts.flatMap(refusedBy)) addTo(places, product, place);
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
