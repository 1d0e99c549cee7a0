import { useSyncExternalStore } from "react";
import type { Outage } from "../outage.ts";

/** What goes with the way to a page, beside its address. */
export interface Asked {
  readonly state: unknown;
  /** It takes the place of the page that stands, in the browser's history too. */
  readonly replace: boolean;
}

/** A page that was asked for last and did not come. What stood on the screen stands there still. */
export interface Lost extends Outage {
  /** Its address; absent where the page that stands was to be looked up anew. */
  readonly to?: string;
  /** How it was asked for: it is asked for again in the same way. */
  readonly asked?: Asked | undefined;
  /** The router waits for it still. */
  readonly isUnderWay?: true;
}

let lost: Lost | undefined;
const listeners = new Set<() => void>();

/** Undefined: a page has come since. */
export function tellLost(what: Lost | undefined): void {
  if (lost === what) return;
  lost = what;
  for (const listener of listeners) listener();
}

export const currentLost = (): Lost | undefined => lost;

export function useLost(): Lost | undefined {
  return useSyncExternalStore(listen, currentLost, () => undefined);
}

function listen(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}
