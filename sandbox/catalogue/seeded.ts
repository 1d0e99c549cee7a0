/** A whole number from 0 up to and without `below`, the same for the same text: FNV-1a, 64 bits. */
export function numberFrom(text: string, below: number): number {
  let hash = 0xcbf29ce484222325n;
  for (const byte of new TextEncoder().encode(text)) {
    hash = BigInt.asUintN(64, (hash ^ BigInt(byte)) * 0x100000001b3n);
  }
  return Number((hash ^ (hash >> 29n)) % BigInt(below));
}
