import type { Surface } from "#app/core/facts/facts.ts";
import type { RulesScreen } from "#app/stores/read-models/rules-screen.ts";

/** What a surface needs of Shopify besides reading: the access scope, and what stays undone without it. */
const NEEDED: readonly {
  readonly scope: string;
  readonly surfaces: readonly Surface[];
  readonly what: MissingPermission;
}[] = [
  { scope: "write_products", surfaces: ["checkout", "thank-you", "order-status"], what: "products" },
  { scope: "write_discounts", surfaces: ["cart", "checkout", "thank-you", "order-status"], what: "discounts" },
];

export type MissingPermission = "products" | "discounts";

/** What the merchant has not agreed to yet and the shop's rules need where they stand; none in most shops. */
export function missingPermissions({ draft, published, scopes }: RulesScreen): MissingPermission[] {
  const rules = [...draft.rulebook.rules, ...(published?.rulebook.rules ?? [])];
  const used = new Set(rules.flatMap(({ status, surfaces }) => (status === "archived" ? [] : surfaces)));
  return NEEDED.filter(({ scope, surfaces }) => !scopes.includes(scope) && surfaces.some((one) => used.has(one))).map(
    ({ what }) => what,
  );
}
