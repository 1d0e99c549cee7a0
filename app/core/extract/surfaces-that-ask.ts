import type { Surface } from "../facts/facts.ts";
import type { Rulebook } from "../rules/rulebook.ts";
import { DECIDING_SURFACES, type DecidingSurface } from "./extract.ts";

/** Where something may have been answered before the shopper comes to the surface. */
const EARLIER: Readonly<Record<DecidingSurface, readonly Surface[]>> = {
  checkout: ["cart"],
  "thank-you": ["cart", "checkout", "post-purchase"],
  "order-status": ["cart", "checkout", "post-purchase", "thank-you", "order-status"],
};

/**
 * The surfaces on which the app is asked before anything is shown: an earlier page may have been answered, and only the
 * app knows; while a trial runs, only the app knows whom it is dealt to. A page that nothing can be offered on asks nobody.
 */
export function surfacesThatAsk({ rules }: Rulebook, isTrialRunning: boolean): DecidingSurface[] {
  if (isTrialRunning) return [...DECIDING_SURFACES];
  const used = new Set(rules.flatMap(({ status, surfaces }) => (status === "active" ? surfaces : [])));
  return DECIDING_SURFACES.filter((surface) => {
    const isPathGoingOn = surface === "thank-you" && used.has("post-purchase");
    const isShown = used.has(surface) || isPathGoingOn || (surface === "order-status" && used.has("thank-you"));
    return isShown && EARLIER[surface].some((earlier) => used.has(earlier));
  });
}
