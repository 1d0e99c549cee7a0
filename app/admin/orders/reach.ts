import { type OrderOutcome, PAGE_BARRIERS } from "#app/core/attribution/order-outcome.ts";
import type { Rulebook } from "#app/core/rules/rulebook.ts";
import { type OrderTold, placesOf, type Reach } from "./order-told.ts";

/** The post-purchase page stayed shut for what the order is, or for a reason it does not tell. */
const SHUT: readonly OrderOutcome[] = [...PAGE_BARRIERS, "not-opened"];

/** That the post-purchase page was not opened is what became of the order. */
export function isShutOut(outcome: OrderOutcome | undefined): boolean {
  return outcome !== undefined && SHUT.includes(outcome);
}

/**
 * The page that would have reached an order that the post-purchase page did not: every order of the online shop ends on the
 * thank-you page. Undefined where an offer stood there, or where another page would have changed nothing.
 */
export function reachOf(
  told: Pick<OrderTold, "outcome" | "rule" | "decisions" | "events" | "acceptances">,
  rulebooks: readonly { readonly version: number; readonly rulebook: Rulebook }[],
): Reach | undefined {
  const { outcome, decisions } = told;
  if (!isShutOut(outcome)) return undefined;
  if (placesOf(told).some(({ surface }) => surface === "thank-you")) return undefined;
  const shown = decisions.findLast(({ surface, decision }) => surface === "post-purchase" && decision.kind === "show");
  if (shown?.decision.kind !== "show") return { surface: "thank-you", isThere: false };
  const { rule } = shown.decision.offer;
  const { rulebook } = rulebooks.find(({ version }) => version === shown.rulebookVersion) ?? {};
  const surfaces = rulebook?.rules.find(({ id }) => id === rule)?.surfaces ?? [];
  return { surface: "thank-you", rule, isThere: surfaces.includes("thank-you") };
}
