import { abilitiesOn, SURFACES } from "#app/core/rules/surfaces.ts";
import type { RuleDocument } from "../editing.tsx";
import type { Place } from "../places.ts";

/** What follows an offer: the answer that leads to it. */
export const ANSWERS = ["ifAccepted", "ifDeclined"] as const;
export type Answer = (typeof ANSWERS)[number];

/** "path" is the first step, "path.ifDeclined" the second, "path.ifDeclined.ifAccepted" the third. */
export function depthOf(place: Place): number {
  return place.split(".").length;
}

/** How many steps the pages of the rule make at most; as many as any page while none is chosen. */
export function stepsMost({ surfaces }: RuleDocument): number {
  const chosen = SURFACES.filter((surface) => Array.isArray(surfaces) && surfaces.includes(surface));
  return Math.max(...(chosen.length > 0 ? chosen : SURFACES).map((surface) => abilitiesOn(surface).steps));
}
