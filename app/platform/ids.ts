import { createHash, randomUUID } from "node:crypto";

/** A new UUID, version 4: for what must differ each time, such as a changeset's `jti`. */
export const newUuid = (): string => randomUUID();

/** The same parts give the same id: 32 hex digits of SHA-256. Parts cannot run into each other ("a","bc" ≠ "ab","c"). */
export function idOf(...parts: readonly (string | number)[]): string {
  return createHash("sha256").update(JSON.stringify(parts)).digest("hex").slice(0, 32);
}
