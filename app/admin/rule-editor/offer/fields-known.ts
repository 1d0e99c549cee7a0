import type { MergeField } from "#app/core/values/merge-fields.ts";
import type { RuleDocument } from "../editing.tsx";
import type { OfferDocument } from "./offer-document.ts";

/** The merge fields that nothing can be said for, whoever the shopper is: words that name one would never be read. */
export function fieldsNeverKnown(
  document: RuleDocument,
  offer: OfferDocument,
  isFirst: boolean,
): readonly MergeField[] {
  const isReduced = (offer.discount as OfferDocument | undefined)?.kind !== "none";
  return [
    ...(isFirst && asksWhatWasBought(document.when) ? [] : (["bought"] as const)),
    ...(isReduced ? [] : (["was", "saving"] as const)),
  ];
}

/** Whether a condition on what was bought can make the clause hold: the page names the first such product. */
function asksWhatWasBought(clause: unknown): boolean {
  if (typeof clause !== "object" || clause === null) return false;
  if ("lines" in clause) return clause.lines !== "none";
  const parts = "all" in clause ? clause.all : "any" in clause ? clause.any : [];
  return Array.isArray(parts) && parts.some(asksWhatWasBought);
}
