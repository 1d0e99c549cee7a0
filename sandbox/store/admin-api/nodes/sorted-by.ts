export type SortKey<Item> = (item: Item) => number | string;

/** Smallest or first in the alphabet first; what is equal stays in its order. */
export function sortedBy<Item>(items: readonly Item[], key: SortKey<Item>): Item[] {
  return items.toSorted((left, right) => {
    const [one, other] = [key(left), key(right)];
    return typeof one === "number" && typeof other === "number"
      ? one - other
      : String(one).localeCompare(String(other));
  });
}
