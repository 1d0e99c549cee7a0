import type { Clause } from "../../rules/rulebook.ts";
import { type Facet, type Keys, keysOf } from "./keys-of.ts";

/** Where each rule is found: at the one of its conditions whose keys the fewest rules share. */
export interface Homes {
  readonly places: ReadonlyMap<Facet, ReadonlyMap<string, readonly number[]>>;
  /** Rules that no condition finds. */
  readonly homeless: readonly number[];
  /** For each rule the conjunct that being found proves, -1 where it has to be asked all the same. */
  readonly proven: readonly number[];
}

/** `rules` are the conjuncts of each rule, in the order in which the rules stand. */
export function homesOf(rules: readonly (readonly Clause[])[]): Homes {
  const keysOfRules = rules.map((conjuncts) => conjuncts.map(keysOf));
  const sharing = new Map<Facet, Map<string, number>>();
  for (const conjuncts of keysOfRules) for (const keys of conjuncts) for (const one of keys ?? []) count(sharing, one);

  const places = new Map<Facet, Map<string, number[]>>();
  const homeless: number[] = [];
  const proven = keysOfRules.map((conjuncts, place) => {
    const home = leastShared(conjuncts, sharing);
    const keys = conjuncts[home];
    if (!keys) {
      homeless.push(place);
      return -1;
    }
    for (const one of keys) post(places, one, place);
    return keys.every(({ suffices }) => suffices) ? home : -1;
  });
  return { places, homeless, proven };
}

function count(sharing: Map<Facet, Map<string, number>>, { facet, values }: Keys): void {
  const ofFacet = sharing.get(facet) ?? new Map<string, number>();
  sharing.set(facet, ofFacet);
  for (const value of values) ofFacet.set(value, (ofFacet.get(value) ?? 0) + 1);
}

function leastShared(
  conjuncts: readonly (readonly Keys[] | undefined)[],
  sharing: ReadonlyMap<Facet, ReadonlyMap<string, number>>,
): number {
  let best = -1;
  let least = Infinity;
  conjuncts.forEach((keys, index) => {
    if (!keys) return;
    let shared = 0;
    for (const { facet, values } of keys) for (const value of values) shared += sharing.get(facet)?.get(value) ?? 0;
    if (shared < least) {
      best = index;
      least = shared;
    }
  });
  return best;
}

function post(places: Map<Facet, Map<string, number[]>>, { facet, values }: Keys, place: number): void {
  const ofFacet = places.get(facet) ?? new Map<string, number[]>();
  places.set(facet, ofFacet);
  for (const value of values) {
    const some = ofFacet.get(value);
    if (!some) ofFacet.set(value, [place]);
    else if (some.at(-1) !== place) some.push(place);
  }
}
