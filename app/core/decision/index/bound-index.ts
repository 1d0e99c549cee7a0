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

/** `limits` of the rules by place, -Infinity where a rule names none. Undefined when none does: nothing to narrow. */
export function boundIndex(limits: readonly number[]): BoundIndex | undefined {
  const places = limits.map((_, place) => place);
  const free = places.filter((place) => limits[place] === -Infinity);
  if (free.length === limits.length) return undefined;
  const limitAt = (place: number) => limits[place] as number;
  const bound = places
    .filter((place) => limitAt(place) > -Infinity)
    .sort((one, other) => limitAt(one) - limitAt(other));
  const step = Math.ceil(bound.length / CHECKPOINTS_MOST);
  const checkpoints = [bitsOf(free, limits.length)];
  for (let from = 0; from < bound.length; from += step) {
    const bits = copyOf(checkpoints.at(-1) as Bits);
    for (const place of bound.slice(from, from + step)) setBit(bits, place);
    checkpoints.push(bits);
  }
  return { limits: Float64Array.from(bound, limitAt), step, checkpoints };
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
