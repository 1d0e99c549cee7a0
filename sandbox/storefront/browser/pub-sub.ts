/** Themes of Dawn's kind tell each other of a changed cart by these two, which are global. */
type Listener = (data: Readonly<Record<string, unknown>>) => unknown;

const listeners = new Map<string, Set<Listener>>();

/** Answers how to stop listening. */
export function subscribe(event: string, listener: Listener): () => void {
  const all = listeners.get(event) ?? new Set();
  listeners.set(event, all.add(listener));
  return () => void all.delete(listener);
}

export async function publish(event: string, data: Readonly<Record<string, unknown>>): Promise<unknown[]> {
  return Promise.all([...(listeners.get(event) ?? [])].map((listener) => listener(data)));
}
