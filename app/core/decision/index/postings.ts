/** The places of rules, ascending: a rule's place is its rank among those of a surface, 0 stands first. */
export interface Posting {
  readonly places: Int32Array;
  /** The same as bits, for those worth it. */
  readonly bits?: Bits;
}

/** A bit for each place, 32 to the word. Signed words: unsigned ones past 2³¹ are no small integers to the engine, and slow. */
export type Bits = Int32Array;

/** From so many on, or-ing the words of all rules is cheaper than setting each bit: 10,000 rules are 313 words. */
const BITS_FROM = 64;

export function postingOf(places: readonly number[], rules: number): Posting {
  const sorted = Int32Array.from(new Set(places)).sort();
  return sorted.length < BITS_FROM ? { places: sorted } : { places: sorted, bits: bitsOf(sorted, rules) };
}

export function bitsOf(places: Iterable<number>, rules: number): Bits {
  const bits = new Int32Array(wordsFor(rules));
  for (const place of places) setBit(bits, place);
  return bits;
}

export function wordsFor(rules: number): number {
  return (rules + 31) >> 5;
}

export function setBit(bits: Bits, place: number): void {
  bits[place >> 5] = (bits[place >> 5] as number) | (1 << (place & 31));
}

export function addTo(bits: Bits, { places, bits: own }: Posting): void {
  if (own) for (let word = 0; word < own.length; word++) bits[word] = (bits[word] as number) | (own[word] as number);
  else for (let at = 0; at < places.length; at++) setBit(bits, places[at] as number);
}

export function takeFrom(bits: Bits, { places, bits: own }: Posting): void {
  if (own) {
    for (let word = 0; word < own.length; word++) bits[word] = (bits[word] as number) & ~(own[word] as number);
    return;
  }
  for (let at = 0; at < places.length; at++) {
    const place = places[at] as number;
    bits[place >> 5] = (bits[place >> 5] as number) & ~(1 << (place & 31));
  }
}
