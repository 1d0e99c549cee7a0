import type { StoredDiscount } from "../state/discount.ts";
import { canCombine } from "./discount-class.ts";

/**
 * Every set of discounts that can stand together and to which no other can be added (the maximal cliques of who combines
 * with whom, after Bron and Kerbosch). One empty set where there are no discounts.
 */
export function combinations(discounts: readonly StoredDiscount[]): StoredDiscount[][] {
  const found: StoredDiscount[][] = [];
  const grow = (chosen: StoredDiscount[], open: readonly StoredDiscount[], done: readonly StoredDiscount[]) => {
    if (open.length === 0 && done.length === 0) found.push(chosen);
    const pivot = [...open, ...done][0];
    const branches = pivot ? open.filter((discount) => discount === pivot || !canCombine(discount, pivot)) : [];
    let [candidates, excluded] = [open, done];
    for (const discount of branches) {
      const besides = (other: StoredDiscount) => other !== discount && canCombine(discount, other);
      grow([...chosen, discount], candidates.filter(besides), excluded.filter(besides));
      candidates = candidates.filter((other) => other !== discount);
      excluded = [...excluded, discount];
    }
  };
  grow([], discounts, []);
  return found;
}
