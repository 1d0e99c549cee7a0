/** Adds the item to the key's list, unless it is the last there already: none twice where items come in order. */
export function addTo<Key, Item>(lists: Map<Key, Item[]>, key: Key, item: Item): void {
  const list = lists.get(key);
  if (!list) lists.set(key, [item]);
  else if (list.at(-1) !== item) list.push(item);
}
