import { useMemo } from "react";
import type { ShopNames } from "#app/core/rules/names.ts";
import { useNames } from "../names.ts";
import type { Editing } from "./editing.tsx";

/** What everything in the rule is called, with what was picked since the page was loaded. */
export function useRuleNames({ products, collections, rules, shop }: Editing): ShopNames {
  const titles = useMemo(
    () => ({
      products: [...products.values()],
      collections: [...collections].map(([id, { title }]) => ({ id, title })),
    }),
    [products, collections],
  );
  const names = useNames(titles, shop.timezone);
  return useMemo(() => {
    const nameOf = new Map(rules.map(({ id, name }) => [id, name]));
    return { ...names, rule: (id) => nameOf.get(id) ?? names.rule(id) };
  }, [names, rules]);
}
