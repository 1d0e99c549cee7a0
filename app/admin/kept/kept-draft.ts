import type { Instant } from "#app/core/values/instant.ts";

/** What was written and not saved, as this browser keeps it. */
export interface Draft {
  readonly document: Readonly<Record<string, unknown>>;
}

/** What is kept beside the document is the screen's own: what it stood on, what was known of the things in it. */
export type Kept<Written extends Draft> = Written & { readonly at: Instant };

/** What this browser has kept; undefined for nothing, and for what is none of ours. */
export function readDraft<Written extends Draft>(key: string): Kept<Written> | undefined {
  try {
    const kept: unknown = JSON.parse(localStorage.getItem(key) ?? "null");
    return isKept<Written>(kept) ? kept : undefined;
  } catch {
    return undefined;
  }
}

function isKept<Written extends Draft>(kept: unknown): kept is Kept<Written> {
  if (typeof kept !== "object" || kept === null || !("document" in kept) || !("at" in kept)) return false;
  return typeof kept.document === "object" && kept.document !== null && typeof kept.at === "number";
}

/**
 * Whether this browser keeps it: its storage may be full, too small, or closed to an app in a frame. Where it does not, it
 * keeps nothing: what was kept before would come back in the place of this.
 */
export function writeDraft<Written extends Draft>(key: string, kept: Kept<Written>): boolean {
  try {
    localStorage.setItem(key, JSON.stringify(kept));
    return true;
  } catch {
    forgetDraft(key);
    return false;
  }
}

export function forgetDraft(key: string): void {
  try {
    localStorage.removeItem(key);
  } catch {
    // Nothing can have been kept then.
  }
}
