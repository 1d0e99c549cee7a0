import { middleOf } from "./contender.ts";

/** Nanoseconds since the process began; Node's clock is not coarsened as a browser's is. */
export function now(): number {
  return performance.now() * 1e6;
}

/** What asking the time twice costs by itself: it is taken off everything that is timed. */
export function timerCost(): number {
  const costs: number[] = [];
  for (let sample = 0; sample < 20_000; sample++) {
    const before = now();
    costs.push(now() - before);
  }
  return middleOf(costs.slice(10_000));
}
