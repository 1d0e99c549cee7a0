import type { Facts } from "../../facts/facts.ts";
import { type Bits, clearWordOf, emptyBits, groupsFor, lowestOf, setBit } from "./bits.ts";
import { passing } from "./bound-index.ts";
import type { Posting } from "./postings.ts";
import type { Refused, RuleIndex } from "./rule-index.ts";

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
    if (visit(place)) return place;
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
let heads = new Int32Array(64);

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

/** The bits of the search under way: a rule is left if it is in any of `found`, in all of `kept`, in none of `refused`. */
const found: Bits[] = [];
const kept: Bits[] = [];
const refused: Refused[] = [];
/** Of the lists too short to have bits of their own; empty between searches. */
let scattered = emptyBits(0);
let groups = 0;

function byBits(index: RuleIndex, facts: Facts, count: number, from: number, visit: Visit): number {
  gatherBits(index, facts, count);
  try {
    return firstOf(from, visit);
  } finally {
    for (let list = 0; list < count; list++) {
      const { places, bits } = lists[list] as Posting;
      if (!bits) for (const place of places) clearWordOf(scattered, place);
    }
  }
}

function gatherBits(index: RuleIndex, facts: Facts, count: number): void {
  groups = groupsFor(index.rules);
  if (scattered.some.length < groups) scattered = emptyBits(index.rules);
  found.length = 0;
  found.push(scattered);
  for (let list = 0; list < count; list++) {
    const { places, bits } = lists[list] as Posting;
    if (bits) found.push(bits);
    else for (const place of places) setBit(scattered, place);
  }
  kept.length = 0;
  const { bounds, refusedWith } = index;
  for (let at = 0; at < bounds.length; at++) {
    const { valueIn, index: bound } = bounds[at] as (typeof bounds)[number];
    kept.push(passing(bound, valueIn(facts)));
  }
  refused.length = 0;
  if (refusedWith.size === 0) return;
  for (const { product } of facts.lines) {
    const rules = refusedWith.get(product);
    if (rules) refused.push(rules);
  }
}

/** The 32 words of the group that is looked at: 1,024 places at a time, so that who wins early costs little. */
const group32 = new Int32Array(32);

function firstOf(from: number, visit: Visit): number {
  for (let group = from >> 10; group < groups; group++) {
    let words = wordsLeft(group);
    if (words === 0) continue;
    const isFull = countOf(words) > WORD_BY_WORD_MOST;
    if (isFull) combine(group << 5, 32);
    for (; words !== 0; words &= words - 1) {
      const at = lowestOf(words);
      const word = (group << 5) + at;
      if (!isFull) combine(word, 1);
      let bits = group32[isFull ? at : 0] as number;
      if (word <= from >> 5) bits = word === from >> 5 ? bits & (-1 << (from & 31)) : 0;
      for (; bits !== 0; bits &= bits - 1) {
        const place = (word << 5) + lowestOf(bits);
        if (visit(place)) return place;
      }
    }
  }
  return -1;
}

/** Which of a group's 32 words may have bits left. */
function wordsLeft(group: number): number {
  let words = 0;
  for (let at = 0; at < found.length; at++) words |= ((found[at] as Bits).some[group] as number) | 0;
  for (let at = 0; at < kept.length; at++) words &= (kept[at] as Bits).some[group] as number;
  for (let at = 0; at < refused.length; at++) words &= ~((refused[at] as Refused).full[group] as number);
  return words;
}

/** Past so many words of a group, all words of one operand after the other are faster than all operands of each word. */
const WORD_BY_WORD_MOST = 8;

function countOf(bits: number): number {
  let count = 0;
  for (let rest = bits; rest !== 0; rest &= rest - 1) count++;
  return count;
}

/** Makes `group32` of so many words from `start` on. */
function combine(start: number, count: number): void {
  const into = group32;
  const own = scattered.words;
  for (let at = 0; at < count; at++) into[at] = own[start + at] as number;
  for (let each = 1; each < found.length; each++) {
    const { words } = found[each] as Bits;
    for (let at = 0; at < count; at++) into[at] = (into[at] as number) | (words[start + at] as number);
  }
  for (let each = 0; each < kept.length; each++) {
    const { words } = kept[each] as Bits;
    for (let at = 0; at < count; at++) into[at] = (into[at] as number) & (words[start + at] as number);
  }
  for (let each = 0; each < refused.length; each++) {
    const { words } = refused[each] as Refused;
    for (let at = 0; at < count; at++) into[at] = (into[at] as number) & ~(words[start + at] as number);
  }
}
