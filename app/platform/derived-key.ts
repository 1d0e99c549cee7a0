import { hkdfSync } from "node:crypto";

/**
 * A 32-byte key for one purpose, derived from the app's secret by HKDF-SHA256 (RFC 5869). Different purposes give
 * unrelated keys, so that what one key signed or sealed is noise to another; the same secret and purpose, the same key.
 */
export function derivedKey(secret: string, purpose: string): Buffer {
  return Buffer.from(hkdfSync("sha256", secret, "encore", purpose, 32));
}
