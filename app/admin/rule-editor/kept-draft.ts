import type { Rule } from "#app/core/rules/rulebook.ts";
import type { Instant } from "#app/core/values/instant.ts";
import type { PickedProduct } from "../rules/picked-product.ts";
import type { RuleDocument } from "./editing.tsx";
import type { RuleEditorData } from "./editor-data.ts";

/** What was written and not saved, as this browser keeps it. */
export interface KeptDraft {
  readonly document: RuleDocument;
  /** The rule that it changes, as it was loaded; absent for a new one. */
  readonly rule?: Rule | undefined;
  readonly at: Instant;
  /** What was known of the products in it. */
  readonly products: readonly PickedProduct[];
}

/** A draft is kept by shop and rule: one browser may look after several shops. */
export function draftKeyOf({ domain, rule }: Pick<RuleEditorData, "domain" | "rule">): string {
  return `encore:rule:${domain}:${rule?.id ?? "new"}`;
}

/** What this browser has kept; undefined for nothing, and for what is none of ours. */
export function readDraft(key: string): KeptDraft | undefined {
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

export function writeDraft(key: string, kept: KeptDraft): void {
  try {
    localStorage.setItem(key, JSON.stringify(kept));
  } catch {
    // Full, or closed to an app in a frame: what is written stands in the fields all the same.
  }
}

export function forgetDraft(key: string): void {
  try {
    localStorage.removeItem(key);
  } catch {
    // Nothing can have been kept then.
  }
}
