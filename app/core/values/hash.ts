/**
 * Sixteen hexadecimal digits that stand for a text: the same on every machine and release, spread evenly enough to
 * deal shoppers into shares. Not a cryptographic hash: never used where someone gains by a collision.
 *
 * Two 32-bit FNV-1a rounds over UTF-16 units from different starts, each finished with MurmurHash3's mixer.
 */
export function hashOf(text: string): string {
  return hex(mixed(fnv1a(text, 0x811c9dc5))) + hex(mixed(fnv1a(text, 0x9747b28c)));
}

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
