import { useMemo } from "react";
import type { ShopNames } from "#app/core/rules/names.ts";
import { useNames } from "../names.ts";
import type { OrderTold } from "./order-told.ts";

/** What this merchant calls the things an order's page speaks of; rules as they were called when it was decided. */
export function useOrderNames({ names: { titles, rules }, shop }: Pick<OrderTold, "names" | "shop">): ShopNames {
  const names = useNames(titles, shop.timezone);
  return useMemo(() => ({ ...names, rule: (id) => rules[id] ?? names.rule(id) }), [names, rules]);
}
