/** What `make` makes of the key: made when it is first asked for, and kept for as long as `known` keeps it. */
export function remembered<Key, Made extends object | number>(
  known: { get(key: Key): Made | undefined; set(key: Key, made: Made): unknown },
  key: Key,
  make: (key: Key) => Made,
): Made {
  const found = known.get(key);
  if (found !== undefined) return found;
  const made = make(key);
  known.set(key, made);
  return made;
}
