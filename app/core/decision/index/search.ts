import type { Facts } from "../../facts/facts.ts";
import { type Bits, clearWordOf, emptyBits, groupsFor, lowestOf, setBit } from "./bits.ts";
import { passing } from "./bound-index.ts";
import type { Posting } from "./postings.ts";
import { BOUNDED, type Refused, type RuleIndex, valuesIn } from "./rule-index.ts";

/** Asked of each place found, in standing order; true ends the search. */
export type Visit = (place: number) => boolean;

/** So many are looked at one by one; whoever has found nothing by then may have very many before it, and bits are faster. */
const ONE_BY_ONE_MOST = 8;

/**
 * The first place, in standing order, that `visit` says yes to, or -1. Visited are all rules that can hold for this
 * purchase, and a few that can't: never one twice, never in another order. `visit` must not search itself: what is walked
 * is kept between calls, so that a search allocates nothing.
 */
export function search(index: RuleIndex, facts: Facts, visit: Visit): number {
  const count = gather(index, facts);
  if (count === 0) return -1;
  let last = -1;
  for (let visits = 0; visits < ONE_BY_ONE_MOST; visits++) {
    const place = nextPlace(count, last);
    if (place < 0) return -1;
    if (isWithin(index, place) && visit(place)) return place;
    last = place;
  }
  return byBits(index, facts, count, last + 1, visit);
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

/** The postings of the search under way, and how far each has been walked. */
const lists: Posting[] = [];
const heads: number[] = [];

/** The postings that this purchase's keys lead to; how many. */
function gather(index: RuleIndex, facts: Facts): number {
  const { always, byProduct, byVariant, byPurchase } = index;
  valuesIn(facts, index.shopCurrency, values);
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
  for (let list = 0; list < count; list++) heads[list] = 0;
  return count;
}

/** What the purchase of the search under way has of each value that rules bound. */
const values = new Float64Array(BOUNDED);

/** Whether the purchase has at least what the rule asks, of every value; its limits lie together, and nothing else is read. */
function isWithin({ limits }: RuleIndex, place: number): boolean {
  for (let of = 0; of < BOUNDED; of++) {
    if ((values[of] as number) < (limits[place * BOUNDED + of] as number)) return false;
  }
  return true;
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

/** The bits of the search under way: a rule is left if it is in any of `found`, in all of `kept`, in none of `refused`. */
const found: Bits[] = [];
const kept: Bits[] = [];
const refused: Refused[] = [];
/** Of the lists too short to have bits of their own; empty between searches. */
let scattered = emptyBits(0);

function byBits(index: RuleIndex, facts: Facts, count: number, from: number, visit: Visit): number {
  gatherBits(index, facts, count);
  try {
    return firstOf(index, from, visit);
  } finally {
    for (let list = 0; list < count; list++) {
      const { places, bits } = lists[list] as Posting;
      if (!bits) for (const place of places) clearWordOf(scattered, place);
    }
  }
}

function gatherBits(index: RuleIndex, facts: Facts, count: number): void {
  if (scattered.words.length << 5 < index.rules) scattered = emptyBits(index.rules);
  found.length = 0;
  found.push(scattered);
  for (let list = 0; list < count; list++) {
    const { places, bits } = lists[list] as Posting;
    if (bits) found.push(bits);
    else for (const place of places) setBit(scattered, place);
  }
  kept.length = 0;
  const { bounds, refusedWith } = index;
  for (const { of, index: bound } of bounds) kept.push(passing(bound, values[of] as number));
  refused.length = 0;
  if (refusedWith.size === 0) return;
  for (const { product } of facts.lines) {
    const rules = refusedWith.get(product);
    if (rules) refused.push(rules);
  }
}

/** By words of 32 places, of those groups of 32 words that have any left, so that who wins early costs little. */
function firstOf(index: RuleIndex, from: number, visit: Visit): number {
  for (let group = from >> 10; group < groupsFor(index.rules); group++) {
    for (let words = wordsLeft(group); words !== 0; words &= words - 1) {
      const word = (group << 5) + lowestOf(words);
      let bits = placesLeft(word);
      if (word <= from >> 5) bits = word === from >> 5 ? bits & (-1 << (from & 31)) : 0;
      for (; bits !== 0; bits &= bits - 1) {
        const place = (word << 5) + lowestOf(bits);
        if (isWithin(index, place) && visit(place)) return place;
      }
    }
  }
  return -1;
}

/** Which of a group's 32 words may have bits left. */
function wordsLeft(group: number): number {
  let words = 0;
  for (let at = 0; at < found.length; at++) words |= (found[at] as Bits).some[group] as number;
  for (let at = 0; at < kept.length; at++) words &= (kept[at] as Bits).some[group] as number;
  for (let at = 0; at < refused.length; at++) words &= ~((refused[at] as Refused).full[group] as number);
  return words;
}

function placesLeft(word: number): number {
  let bits = 0;
  for (let at = 0; at < found.length; at++) bits |= (found[at] as Bits).words[word] as number;
  for (let at = 0; at < kept.length; at++) bits &= (kept[at] as Bits).words[word] as number;
  for (let at = 0; at < refused.length; at++) bits &= ~((refused[at] as Refused).words[word] as number);
  return bits;
}
