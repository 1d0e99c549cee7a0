import { useEffect, useRef, useState } from "react";
import type { Rule } from "#app/core/rules/rulebook.ts";
import { isSameDocument } from "#app/core/rules/same-document.ts";
import type { Instant } from "#app/core/values/instant.ts";
import type { PickedProduct } from "../rules/picked-product.ts";
import type { RuleDocument } from "./editing.tsx";

/** What was written and not saved, as this browser keeps it. */
export interface KeptDraft {
  readonly document: RuleDocument;
  /** The rule that it changes, as it was loaded; absent for a new one. */
  readonly rule?: Rule | undefined;
  readonly at: Instant;
  /** What was known of the products in it. */
  readonly products: readonly PickedProduct[];
}

/** A keystroke is kept no later than this. */
const KEPT_AFTER_MS = 400;

/**
 * Keeps what is unsaved in this browser, and finds what was left there by a crash, a reload or a lost connection; `found`
 * until it is taken or dropped. A browser that keeps nothing for the app changes nothing.
 */
export function useKeptDraft(key: string, isDirty: boolean, draft: Omit<KeptDraft, "at">) {
  const [found, setFound] = useState<KeptDraft>();
  const begun = useRef(draft.document);
  const wasDirty = useRef(false);

  useEffect(() => {
    const kept = read(key);
    if (kept && !isSameDocument(kept.document, begun.current)) setFound(kept);
  }, [key]);

  const { document, rule, products } = draft;
  useEffect(() => {
    if (!isDirty) {
      if (wasDirty.current) forget(key);
      wasDirty.current = false;
      return;
    }
    wasDirty.current = true;
    const timer = setTimeout(() => write(key, { document, rule, at: Date.now(), products }), KEPT_AFTER_MS);
    return () => clearTimeout(timer);
  }, [key, isDirty, document, rule, products]);

  return {
    found,
    taken: () => setFound(undefined),
    drop: () => {
      forget(key);
      setFound(undefined);
    },
  };
}

function read(key: string): KeptDraft | undefined {
  try {
    const kept: unknown = JSON.parse(localStorage.getItem(key) ?? "null");
    return isKept(kept) ? kept : undefined;
  } catch {
    return undefined;
  }
}

function isKept(kept: unknown): kept is KeptDraft {
  if (typeof kept !== "object" || kept === null || !("document" in kept) || !("at" in kept)) return false;
  return typeof kept.document === "object" && kept.document !== null && typeof kept.at === "number";
}

function write(key: string, kept: KeptDraft): void {
  try {
    localStorage.setItem(key, JSON.stringify(kept));
  } catch {
    // Full, or closed to an app in a frame: what is written stands in the fields all the same.
  }
}

function forget(key: string): void {
  try {
    localStorage.removeItem(key);
  } catch {
    // Nothing can have been kept then.
  }
}
