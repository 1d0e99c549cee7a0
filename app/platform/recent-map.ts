import type { Instant } from "#app/core/values/instant.ts";

export interface RecentMap<Value> {
  get(key: string, now: Instant): Value | undefined;
  put(key: string, value: Value, now: Instant): void;
}

/**
 * A map that holds at most `most` values, each for `lifeMs` after it was put. When it is full, the value that was put or
 * read longest ago makes room. Reading does not lengthen a life.
 */
export function recentMap<Value>({
  most,
  lifeMs,
}: {
  readonly most: number;
  readonly lifeMs: number;
}): RecentMap<Value> {
  const held = new Map<string, { readonly value: Value; readonly expires: Instant }>();
  return {
    get(key, now) {
      const found = held.get(key);
      if (!found) return undefined;
      held.delete(key);
      if (found.expires <= now) return undefined;
      held.set(key, found);
      return found.value;
    },
    put(key, value, now) {
      held.delete(key);
      held.set(key, { value, expires: now + lifeMs });
      if (held.size > most) for (const oldest of held.keys()) return void held.delete(oldest);
    },
  };
}
