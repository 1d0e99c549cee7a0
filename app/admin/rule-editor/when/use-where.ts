import type { Surface } from "#app/core/facts/facts.ts";
import { whereWords } from "#app/core/rules/rule.words.ts";
import { useSay } from "../../say.tsx";

/** "in the cart and at checkout" */
export function useWhere(): (surfaces: readonly Surface[]) => string {
  const say = useSay();
  return (surfaces) => whereWords(surfaces, say);
}
