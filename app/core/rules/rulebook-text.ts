import type { Rulebook } from "./rulebook.ts";

/** The fields in the order in which one reads a rule; those that are not here come after them, by the alphabet. */
const READING_ORDER: readonly string[] = [
  "format",
  "guards",
  "look",
  "id",
  "kind",
  "name",
  "status",
  "pausedBecause",
  "priority",
  "surfaces",
  "schedule",
  "limits",
  "pauseAfter",
  "when",
  "all",
  "any",
  "none",
  "lines",
  "path",
  "offer",
  "source",
  "product",
  "variant",
  "variants",
  "quantity",
  "discount",
  "quantityMost",
  "shipping",
  "replaces",
  "evenIfBoughtBefore",
  "partner",
  "words",
  "ifAccepted",
  "ifDeclined",
  "from",
  "until",
  "minor",
  "currency",
  "editedAt",
  "rules",
];
const PLACE = new Map(READING_ORDER.map((field, place) => [field, place]));

/** The rulebook as a file: the same rulebook is the same text, to the byte, wherever it was kept in between. */
export function rulebookText(rulebook: Rulebook): string {
  return `${JSON.stringify(ordered(rulebook), null, 2)}\n`;
}

function ordered(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(ordered);
  if (typeof value !== "object" || value === null) return value;
  const entries = Object.entries(value).filter(([, field]) => field !== undefined);
  return Object.fromEntries(entries.sort(byPlace).map(([name, field]) => [name, ordered(field)]));
}

function byPlace([left]: readonly [string, unknown], [right]: readonly [string, unknown]): number {
  const places = (PLACE.get(left) ?? READING_ORDER.length) - (PLACE.get(right) ?? READING_ORDER.length);
  return places || (left < right ? -1 : 1);
}
