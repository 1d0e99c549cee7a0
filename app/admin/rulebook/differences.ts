import type { Rule } from "#app/core/rules/rulebook.ts";
import type { RulebookDifference } from "#app/core/rules/rulebook-difference.ts";
import type { Titles } from "#app/stores/read-models/titles.ts";
import { type FirstOf, firstOf } from "./first-of.ts";

/** What is otherwise, and what its words need to be said: told in the reader's language by `DifferenceList`. */
export interface Differences extends FirstOf<RulebookDifference> {
  readonly titles: Titles;
  readonly rules: readonly Pick<Rule, "id" | "name">[];
  readonly timezone: string;
}

/** `rulebook` is the one afterwards: it gives rules their names. Of titles and names only what is spoken of goes along. */
export function differencesOf(
  all: readonly RulebookDifference[],
  {
    titles: { products, collections },
    rulebook: { rules },
    timezone,
  }: {
    readonly titles: Titles;
    readonly rulebook: { readonly rules: readonly Pick<Rule, "id" | "name">[] };
    readonly timezone: string;
  },
): Differences {
  const first = firstOf(all);
  const texts = textsIn(first.items);
  const isSpokenOf = ({ id }: { readonly id: string }) => texts.has(id);
  return {
    ...first,
    titles: {
      products: products
        .filter((product) => isSpokenOf(product) || product.variants.some(isSpokenOf))
        .map(({ id, title, variants }) => ({
          id,
          title,
          variants: variants.map((variant) => ({ id: variant.id, title: variant.title })),
        })),
      collections: collections.filter(isSpokenOf).map(({ id, title }) => ({ id, title })),
    },
    rules: rules.filter(isSpokenOf).map(({ id, name }) => ({ id, name })),
    timezone,
  };
}

/** Every text in it, ids among them. */
function textsIn(value: unknown, found = new Set<string>()): ReadonlySet<string> {
  if (typeof value === "string") found.add(value);
  else if (typeof value === "object" && value !== null) {
    for (const inner of Object.values(value)) textsIn(inner, found);
  }
  return found;
}
