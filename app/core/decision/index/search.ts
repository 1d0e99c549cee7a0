import type { Facts } from "../../facts/facts.ts";
import { narrow } from "./bound-index.ts";
import { addTo, type Bits, type Posting, takeFrom, wordsFor } from "./postings.ts";
import type { RuleIndex } from "./rule-index.ts";

/** Asked of each place found, in standing order; true ends the search. */
export type Visit = (place: number) => boolean;

/** So many are looked at one by one; whoever has found nothing by then may have very many before it, and bits are faster. */
const ONE_BY_ONE_MOST = 12;

/**
 * The first place, in standing order, that `visit` says yes to, or -1. Visited are all rules that can hold for this
 * purchase, and a few that can't: never one twice, never in another order. `visit` must not search itself: the lists that
 * are walked are kept between calls, so that a search allocates nothing.
 */
export function search(index: RuleIndex, facts: Facts, visit: Visit): number {
  const count = gather(index, facts);
  if (count === 0) return -1;
  let last = -1;
  for (let visits = 0; visits < ONE_BY_ONE_MOST; visits++) {
    const place = nextPlace(count, last);
    if (place < 0) return -1;
    if (visit(place)) return place;
    last = place;
  }
  return byBits(index, facts, count, last + 1, visit);
}

/** The postings of the search under way, how far each has been walked, and the bits of what is left to visit. */
const lists: Posting[] = [];
let heads = new Int32Array(64);
let bits: Bits = new Int32Array(512);

/** The postings that this purchase's keys lead to; how many. */
function gather({ always, byProduct, byVariant, byPurchase }: RuleIndex, facts: Facts): number {
  let count = 0;
  if (always.places.length > 0) lists[count++] = always;
  const { lines } = facts;
  for (let line = 0; line < lines.length; line++) {
    const { product, variant } = lines[line] as (typeof lines)[number];
    const ofProduct = byProduct.get(product);
    if (ofProduct) for (let at = 0; at < ofProduct.length; at++) lists[count++] = ofProduct[at] as Posting;
    const ofVariant = byVariant?.get(variant);
    if (ofVariant) lists[count++] = ofVariant;
  }
  for (let at = 0; at < byPurchase.length; at++) {
    const { keyIn, postings } = byPurchase[at] as (typeof byPurchase)[number];
    const key = keyIn(facts);
    const ofKey = key === undefined ? undefined : postings.get(key);
    if (ofKey) lists[count++] = ofKey;
  }
  if (count > heads.length) heads = new Int32Array(count * 2);
  for (let list = 0; list < count; list++) heads[list] = 0;
  return count;
}

/** The least place after `last` on any of the lists, or -1. */
function nextPlace(count: number, last: number): number {
  let least = -1;
  for (let list = 0; list < count; list++) {
    const { places } = lists[list] as Posting;
    let head = heads[list] as number;
    while (head < places.length && (places[head] as number) <= last) head++;
    heads[list] = head;
    if (head === places.length) continue;
    const place = places[head] as number;
    if (least < 0 || place < least) least = place;
  }
  return least;
}

function byBits(index: RuleIndex, facts: Facts, count: number, from: number, visit: Visit): number {
  const words = gatherBits(index, facts, count);
  for (let word = from >> 5; word < words; word++) {
    let rest = bits[word] as number;
    if (word === from >> 5) rest &= -1 << (from & 31);
    for (; rest !== 0; rest &= rest - 1) {
      const place = (word << 5) + 31 - Math.clz32(rest & -rest);
      if (visit(place)) return place;
    }
  }
  return -1;
}

/** Every place that can hold for the purchase, ascending. */
export function candidatesOf(index: RuleIndex, facts: Facts): number[] {
  const places: number[] = [];
  byBits(index, facts, gather(index, facts), 0, (place) => {
    places.push(place);
    return false;
  });
  return places;
}

/** Makes `bits` those of the lists, narrowed by everything that narrows; how many words. */
function gatherBits(index: RuleIndex, facts: Facts, count: number): number {
  const words = wordsFor(index.rules);
  if (words > bits.length) bits = new Int32Array(words * 2);
  bits.fill(0, 0, words);
  for (let list = 0; list < count; list++) addTo(bits, lists[list] as Posting);
  const { atLeast, atMost, from, until, excludedBy } = index;
  if (atLeast) narrow(bits, atLeast, facts.subtotal.minor);
  if (atMost) narrow(bits, atMost, -facts.subtotal.minor);
  if (from) narrow(bits, from, facts.at);
  // A schedule ends before its last moment: at < until.
  if (until) narrow(bits, until, -facts.at - 1);
  if (excludedBy.size === 0) return words;
  for (const { product } of facts.lines) {
    const excluded = excludedBy.get(product);
    if (excluded) takeFrom(bits, excluded);
  }
  return words;
}
