import { type Bits, bitsOf } from "./bits.ts";

/** The places of rules, ascending, none twice: a rule's place is its rank among those of a surface, 0 stands first. */
export interface Posting {
  readonly places: readonly number[];
  /** The same as bits, for those worth it. */
  readonly bits?: Bits;
}

/** From so many on: 10,000 rules are 1,300 bytes of bits. */
const BITS_FROM = 24;

export function postingOf(places: readonly number[], rules: number): Posting {
  return places.length < BITS_FROM ? { places } : { places, bits: bitsOf(places, rules) };
}
