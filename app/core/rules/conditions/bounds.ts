import { type Truth, truthOf } from "./condition.ts";

/** From one value to another, both included; an end that is absent is open. At least one is there. */
export interface Bounds<Value = number> {
  readonly atLeast?: Value;
  readonly atMost?: Value;
}

export function isWithin(value: number, { atLeast, atMost }: Bounds): boolean {
  return (atLeast === undefined || value >= atLeast) && (atMost === undefined || value <= atMost);
}

/** Of what was seen so far, where more may come unless it is all: too much stays too much, and enough enough if nothing is too much. */
export function truthWithin(seen: number, isAll: boolean, bounds: Bounds): Truth {
  if (isAll) return truthOf(isWithin(seen, bounds));
  if (bounds.atMost !== undefined) return seen > bounds.atMost ? "false" : "unknown";
  return isWithin(seen, bounds) ? "true" : "unknown";
}
