import { differenceSentence } from "#app/core/rules/diff.words.ts";
import { useNames } from "../names.ts";
import type { Differences } from "./differences.ts";
import { SentenceList } from "./sentence-list.tsx";

/** What is otherwise in the second of two rulebooks, a sentence for each. */
export function DifferenceList({ differences }: { readonly differences: Differences }) {
  const { items, more, titles, timezone } = differences;
  const names = useNames(titles, timezone, differences);
  return <SentenceList sentences={items.map((difference) => differenceSentence(difference, names))} more={more} />;
}
