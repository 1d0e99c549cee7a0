import type { Clause } from "./rulebook.ts";
import type { ClauseDifference } from "./rulebook-difference.ts";
import { isSameDocument } from "./same-document.ts";

/**
 * What a rule asks otherwise than before. Parts are told apart by what they say, not where they stand: what is in both is
 * the same; of the rest, two of one kind are one that was changed. A group is one part.
 */
export function diffClauses(before: Clause, after: Clause): ClauseDifference[] {
  if (isSameDocument(before, after)) return [];
  const [was, is] = [partsOf(before), partsOf(after)];
  if (was.kind !== is.kind) return [{ kind: "conditions-rewritten", before, after }];
  const gone = without(was.parts, is.parts);
  const found = without(is.parts, was.parts).map((part): ClauseDifference => {
    const index = gone.findIndex((other) => kindOf(other) === kindOf(part));
    const [changed] = index < 0 ? [] : gone.splice(index, 1);
    return changed
      ? { kind: "condition-changed", before: changed, after: part }
      : { kind: "condition-added", condition: part };
  });
  return [...found, ...gone.map((condition): ClauseDifference => ({ kind: "condition-removed", condition }))];
}

/** A condition alone is the same as `all` of it. */
function partsOf(clause: Clause): { readonly kind: string; readonly parts: readonly Clause[] } {
  if ("all" in clause) return { kind: "all", parts: clause.all };
  if ("any" in clause) return { kind: "any", parts: clause.any };
  if ("none" in clause) return { kind: "none", parts: clause.none };
  return { kind: "all", parts: [clause] };
}

function kindOf(part: Clause): string {
  return "kind" in part ? part.kind : partsOf(part).kind;
}

/** Those of `parts` that are not in `others`; what stands twice is there twice. */
function without(parts: readonly Clause[], others: readonly Clause[]): Clause[] {
  const left = [...others];
  return parts.filter((part) => {
    const index = left.findIndex((other) => isSameDocument(part, other));
    if (index >= 0) left.splice(index, 1);
    return index < 0;
  });
}
