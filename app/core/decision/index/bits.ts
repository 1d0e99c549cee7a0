/**
 * A bit for each place of a rule, 32 to the word, and above it a bit for each word: set where the word has any bit (`some`),
 * so that what is empty is passed over 1,024 places at a time. Signed words: unsigned ones past 2³¹ are no small integers to
 * the engine, and slow.
 */
export interface Bits {
  readonly words: Int32Array;
  readonly some: Int32Array;
}

/** Whole groups of 32 words, so that a group can be read without looking where the places end. */
export function emptyBits(places: number): Bits {
  const groups = groupsFor(places);
  return { words: new Int32Array(groups << 5), some: new Int32Array(groups) };
}

/** How many groups of 32 words, 1,024 places each. */
export function groupsFor(places: number): number {
  return (places + 1_023) >> 10;
}

export function bitsOf(places: Iterable<number>, most: number): Bits {
  const bits = emptyBits(most);
  for (const place of places) setBit(bits, place);
  return bits;
}

export function copyOf({ words, some }: Bits): Bits {
  return { words: words.slice(), some: some.slice() };
}

export function setBit({ words, some }: Bits, place: number): void {
  const word = place >> 5;
  words[word] = (words[word] as number) | (1 << (place & 31));
  some[word >> 5] = (some[word >> 5] as number) | (1 << (word & 31));
}

/** Empties what `setBit` filled for this place, whole words at a time. */
export function clearWordOf({ words, some }: Bits, place: number): void {
  words[place >> 5] = 0;
  some[place >> 10] = 0;
}

/** For each word whether all its bits are set: a bit for each, like `some`. */
export function fullWordsOf({ words, some }: Bits): Int32Array {
  const full = new Int32Array(some.length);
  for (let word = 0; word < words.length; word++) {
    if (words[word] === -1) full[word >> 5] = (full[word >> 5] as number) | (1 << (word & 31));
  }
  return full;
}

/** The place of the lowest bit that is set, 0 to 31; `bits` is not 0. */
export function lowestOf(bits: number): number {
  return 31 - Math.clz32(bits & -bits);
}
