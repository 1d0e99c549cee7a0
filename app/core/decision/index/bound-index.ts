import { type Bits, bitsOf, copyOf, setBit } from "./bits.ts";

/**
 * Which rules can hold for a value, where each names a least one: bits of all whose limit is at most the value, and of
 * those without a limit. A few more may be in it (see CHECKPOINTS_MOST): whoever asks checks exactly afterwards.
 */
export interface BoundIndex {
  readonly limits: Float64Array;
  readonly step: number;
  readonly checkpoints: readonly Bits[];
}

/** 256 × 1,300 bytes for 10,000 rules, and at most one 256th of them in excess. */
const CHECKPOINTS_MOST = 256;

/** `leastOf` gives a rule's limit, or undefined where it has none. Undefined when no rule has one: nothing to narrow. */
export function boundIndex(rules: number, leastOf: (place: number) => number | undefined): BoundIndex | undefined {
  const free: number[] = [];
  const bound: { readonly place: number; readonly least: number }[] = [];
  for (let place = 0; place < rules; place++) {
    const least = leastOf(place);
    if (least === undefined) free.push(place);
    else bound.push({ place, least });
  }
  if (bound.length === 0) return undefined;
  bound.sort((left, right) => left.least - right.least);
  const step = Math.ceil(bound.length / CHECKPOINTS_MOST);
  const checkpoints = [bitsOf(free, rules)];
  for (let from = 0; from < bound.length; from += step) {
    const bits = copyOf(checkpoints.at(-1) as Bits);
    for (const { place } of bound.slice(from, from + step)) setBit(bits, place);
    checkpoints.push(bits);
  }
  return { limits: Float64Array.from(bound, ({ least }) => least), step, checkpoints };
}

/** Bits of all rules that hold for the value, and of a few that don't. */
export function passing({ limits, step, checkpoints }: BoundIndex, value: number): Bits {
  return checkpoints[Math.ceil(countUpTo(limits, value) / step)] as Bits;
}

/** How many of the ascending limits are at most the value. */
function countUpTo(limits: Float64Array, value: number): number {
  let low = 0;
  let high = limits.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((limits[middle] as number) <= value) low = middle + 1;
    else high = middle;
  }
  return low;
}
