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
  const frequency = new Map<string, number>();
  for (const key of keysOfRules.flat(2))
    for (const name of namesIn(key)) frequency.set(name, (frequency.get(name) ?? 0) + 1);
  const costOf = (keys: readonly Keys[]) =>
    keys.reduce((total, each) => total + namesIn(each).reduce((sum, name) => sum + (frequency.get(name) ?? 0), 0), 0);

  const places = new Map<Facet, Map<string, number[]>>();
  const homeless: number[] = [];
  const proven = keysOfRules.map((conjuncts, place) => {
    const home = cheapest(conjuncts, costOf);
    const keys = conjuncts[home];
    if (!keys) {
      homeless.push(place);
      return -1;
    }
    for (const { facet, values } of keys) for (const value of values) post(places, facet, value, place);
    return keys.every(({ suffices }) => suffices) ? home : -1;
  });
  return { places, homeless, proven };
}

function cheapest(
  conjuncts: readonly (readonly Keys[] | undefined)[],
  costOf: (keys: readonly Keys[]) => number,
): number {
  let best = -1;
  let least = Infinity;
  conjuncts.forEach((keys, index) => {
    const cost = keys ? costOf(keys) : Infinity;
    if (cost < least) {
      best = index;
      least = cost;
    }
  });
  return best;
}

function namesIn(keys: Keys | undefined): string[] {
  return keys ? keys.values.map((value) => `${keys.facet} ${value}`) : [];
}

function post(places: Map<Facet, Map<string, number[]>>, facet: Facet, value: string, place: number): void {
  const ofFacet = places.get(facet) ?? new Map<string, number[]>();
  places.set(facet, ofFacet);
  const some = ofFacet.get(value);
  if (some) some.push(place);
  else ofFacet.set(value, [place]);
}
