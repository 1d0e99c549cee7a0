/**
 * Sixteen hexadecimal digits that stand for a text: the same on every machine and release, spread evenly enough to
 * deal shoppers into shares. Not a cryptographic hash: never used where someone gains by a collision.
 *
 * Two 32-bit FNV-1a rounds over UTF-16 units from different starts, each finished with MurmurHash3's mixer.
 */
export function hashOf(text: string): string {
  return hex(finishHash(FIRST_START, text)) + hex(finishHash(SECOND_START, text));
}

/** What `finishHash` goes on from: for a text that many others are hashed behind. */
export function startOfHash(text: string): number {
  return fnv1a(text, FIRST_START);
}

/** The first eight digits of `hashOf(start + text)` as a number, 0 to 2³² − 1, with no text made on the way. */
export function finishHash(start: number, text: string): number {
  return mixed(fnv1a(text, start));
}

const FIRST_START = 0x811c9dc5;
const SECOND_START = 0x9747b28c;

function fnv1a(text: string, start: number): number {
  let hash = start;
  for (let i = 0; i < text.length; i++) hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193);
  return hash;
}

function mixed(hash: number): number {
  let bits = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  bits = Math.imul(bits ^ (bits >>> 13), 0xc2b2ae35);
  return (bits ^ (bits >>> 16)) >>> 0;
}

function hex(bits: number): string {
  return bits.toString(16).padStart(8, "0");
}
