import type { Surface } from "#app/core/facts/facts.ts";

/** The pages that the editor offers, in the order a shopper comes to them. */
export const FORM_SURFACES = [
  "cart",
  "checkout",
  "post-purchase",
  "thank-you",
  "order-status",
] as const satisfies readonly Surface[];
export type FormSurface = (typeof FORM_SURFACES)[number];

/** Undefined where a rule stands on a page that the editor has no box for. */
export function formSurfacesOf(surfaces: readonly Surface[]): readonly FormSurface[] | undefined {
  const known = FORM_SURFACES.filter((surface) => surfaces.includes(surface));
  return known.length === surfaces.length ? known : undefined;
}

/** Whether the shopper has not paid yet on all of them, on some, or on none. */
export function paidOn(surfaces: readonly FormSurface[]): "all" | "some" | "none" {
  const before = surfaces.filter((surface) => surface === "cart" || surface === "checkout").length;
  return before === 0 ? "all" : before === surfaces.length ? "none" : "some";
}
