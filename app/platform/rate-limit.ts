import type { Instant } from "#app/core/values/instant.ts";

/** True when this one may go ahead; false when so many have within the time, of this name. */
export type RateLimit = (name: string, now: Instant) => boolean;

/** At most `most` in any window of `perMs`, for each name; names that have been silent for a window are forgotten. */
export function rateLimit({ most, perMs }: { readonly most: number; readonly perMs: number }): RateLimit {
  const taken = new Map<string, Instant[]>();
  let swept = 0;
  return (name, now) => {
    if (now - swept >= perMs) {
      swept = now;
      for (const [one, moments] of taken) if ((moments.at(-1) ?? 0) <= now - perMs) taken.delete(one);
    }
    const recent = (taken.get(name) ?? []).filter((at) => at > now - perMs);
    taken.set(name, recent);
    if (recent.length >= most) return false;
    recent.push(now);
    return true;
  };
}
