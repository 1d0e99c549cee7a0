import type { Offer, Path } from "./rulebook.ts";
import type { PathDifference, StepPlace } from "./rulebook-difference.ts";
import { isSameDocument } from "./same-document.ts";

const PARTS = [
  "kind",
  "source",
  "discount",
  "quantityMost",
  "shipping",
  "replaces",
  "evenIfBoughtBefore",
  "partner",
  "words",
] as const satisfies readonly (keyof Offer)[];

/** What a path offers otherwise than before, the first step first. */
export function diffPaths(before: Path, after: Path, at: StepPlace = []): PathDifference[] {
  // `false` says what leaving it out says.
  const offers = PARTS.flatMap((part): PathDifference[] =>
    isSameDocument(before.offer[part] || undefined, after.offer[part] || undefined)
      ? []
      : [{ kind: "offer-changed", at, part, before: before.offer, after: after.offer }],
  );
  const next = (["ifAccepted", "ifDeclined"] as const).flatMap((answer) =>
    diffSteps(before[answer], after[answer], [...at, answer]),
  );
  return [...offers, ...next];
}

function diffSteps(before: Path | undefined, after: Path | undefined, at: StepPlace): PathDifference[] {
  if (before && after) return diffPaths(before, after, at);
  if (after) return [{ kind: "step-added", at, step: after }];
  return before ? [{ kind: "step-removed", at, step: before }] : [];
}
