import type { Rulebook } from "#app/core/rules/rulebook.ts";
import type { OrderScreen } from "#app/stores/read-models/order-screen.ts";

/** What the order's pages were asked by, by version; 0 is what a page is asked by before the first publishing: no rule. */
export function rulebooksAsked({ rulebooks }: Pick<OrderScreen, "rulebooks">): ReadonlyMap<number, Rulebook> {
  const nothing: Rulebook = { format: 1, rules: [] };
  return new Map([[0, nothing], ...rulebooks.map(({ version, rulebook }) => [version, rulebook] as const)]);
}
