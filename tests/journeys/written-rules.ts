import type { Discount, Offer, Path, Rule, Rulebook } from "#app/core/rules/rulebook.ts";
import type { ProductId, RuleId } from "#app/core/values/ids.ts";

/** What a merchant's file says of one rule; what is left out is as in a new one. */
interface WrittenRule extends Partial<Pick<Rule, "limits" | "surfaces">> {
  readonly name: string;
  /** Customers who bought this … */
  readonly bought: ProductId;
  readonly offer: Offer;
  readonly ifDeclined?: Path;
}

/** A file of rules, the first asked first. */
export function rulesFile(rules: readonly WrittenRule[]): string {
  const written = rules.map(
    ({ name, bought, offer, ifDeclined, surfaces = ["thank-you", "order-status"], limits }, index): Rule => ({
      id: name.toLowerCase().replaceAll(/[^a-z0-9]+/g, "-") as RuleId,
      name,
      status: "active",
      surfaces,
      when: { all: [{ kind: "product", lines: "any", products: [bought] }] },
      path: { offer, ...(ifDeclined ? { ifDeclined } : {}) },
      priority: index + 1,
      ...(limits ? { limits } : {}),
      editedAt: Date.parse("2026-11-21T12:00:00Z"),
    }),
  );
  return JSON.stringify({ format: 1, rules: written } satisfies Rulebook, null, 2);
}

/** One piece of a product, at so many percent off. */
export function offering(product: ProductId, percent = 0, changes: Partial<Offer> = {}): Offer {
  const discount: Discount = percent > 0 ? { kind: "percent", percent } : { kind: "none" };
  return {
    kind: "cross-sell",
    source: { kind: "named", products: [{ product }] },
    discount,
    quantityMost: 1,
    shipping: { kind: "price", prices: [{ minor: 0, currency: "GBP" as never }] },
    words: { headline: {}, reason: {} },
    ...changes,
  };
}
