import type { Engine } from "../engine.ts";

/** The bucket holds this many times what comes back in a second; Shopify's Standard plan: 100 a second, 2,000 in all. */
const BUCKET_SECONDS = 20;

interface ThrottleStatus {
  readonly maximumAvailable: number;
  readonly currentlyAvailable: number;
  readonly restoreRate: number;
}

export interface Throttle {
  /** False, and nothing taken, when the bucket is too empty for it or the dial says so. A cost above the whole bucket takes it all. */
  take(cost: number): boolean;
  /** What was asked for and not spent. */
  giveBack(asked: number, spent: number): void;
  status(): ThrottleStatus;
}

/** Shopify's leaky bucket, one for the app on this shop. */
export function leakyBucket(engine: Engine): Throttle {
  let taken = 0;
  let at = engine.now();
  const maximum = () => engine.dials.restoreRate * BUCKET_SECONDS;
  const restore = () => {
    const now = engine.now();
    taken = Math.max(0, taken - ((now - at) / 1000) * engine.dials.restoreRate);
    at = now;
  };
  return {
    take(cost) {
      restore();
      const asked = Math.min(cost, maximum());
      if (engine.dials.throttled || taken + asked > maximum()) return false;
      taken += asked;
      return true;
    },
    giveBack(asked, spent) {
      taken = Math.max(0, taken - Math.max(0, Math.min(asked, maximum()) - spent));
    },
    status() {
      restore();
      const { restoreRate } = engine.dials;
      const currentlyAvailable = engine.dials.throttled ? 0 : Math.floor(maximum() - taken);
      return { maximumAvailable: maximum(), currentlyAvailable, restoreRate };
    },
  };
}
