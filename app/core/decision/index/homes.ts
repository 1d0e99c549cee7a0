import type { Clause } from "../../rules/rulebook.ts";
import { addTo } from "../../values/add-to.ts";
import { type Facet, type Keys, keysOf } from "./keys-of.ts";

/** Where each rule is found: at the one of its conditions whose keys the fewest rules share. */
export interface Homes {
  readonly places: ReadonlyMap<Facet, ReadonlyMap<string, readonly number[]>>;
  /** Rules that no condition finds. */
  readonly homeless: readonly number[];
  /** For each rule the conjunct that being found proves, -1 where it has to be asked all the same. */
  readonly proven: readonly number[];
}

type Places = Map<Facet, Map<string, number[]>>;

/** `rules` are the conjuncts of each rule, in the order in which the rules stand. */
export function homesOf(rules: readonly (readonly Clause[])[]): Homes {
  const keysOfRules = rules.map((conjuncts) => conjuncts.map(keysOf));
  const everywhere: Places = new Map();
  keysOfRules.forEach((conjuncts, place) => {
    for (const keys of conjuncts) post(everywhere, keys ?? [], place);
  });
  const sharedBy = (keys: readonly Keys[]) => {
    let shared = 0;
    for (const { facet, values } of keys)
      for (const value of values) shared += everywhere.get(facet)?.get(value)?.length ?? 0;
    return shared;
  };

  const places: Places = new Map();
  const homeless: number[] = [];
  const proven = keysOfRules.map((conjuncts, place) => {
    const shares = conjuncts.map((keys) => (keys ? sharedBy(keys) : Infinity));
    const home = shares.indexOf(Math.min(...shares));
    const keys = conjuncts[home];
    if (!keys) {
      homeless.push(place);
      return -1;
    }
    post(places, keys, place);
    return keys.every(({ suffices }) => suffices) ? home : -1;
  });
  return { places, homeless, proven };
}

function post(places: Places, keys: readonly Keys[], place: number): void {
  for (const { facet, values } of keys) {
    const ofFacet = places.get(facet) ?? new Map<string, number[]>();
    places.set(facet, ofFacet);
    for (const value of values) addTo(ofFacet, value, place);
  }
}
