import type { Shown } from "./shown.ts";

const ACCEPT = "encore:accept";
const TOLD = "encore:told";

/** What is in the cart by our tick, so that it can be taken back on the next page too. */
export function keptAccept(): Shown | undefined {
  return read(ACCEPT) as Shown | undefined;
}

/** Undefined: nothing of ours is in the cart. */
export function keepAccept(shown: Shown | undefined): void {
  write(ACCEPT, shown);
}

/** True once for each mark. */
export function tellsFirst(mark: string): boolean {
  if (read(TOLD) === mark || lastTold === mark) return false;
  lastTold = mark;
  write(TOLD, mark);
  return true;
}

/** Where storage is refused, the page at least remembers. */
let lastTold: string | undefined;

function read(key: string): unknown {
  try {
    return JSON.parse(sessionStorage.getItem(key) ?? "null") ?? undefined;
  } catch {
    return undefined;
  }
}

function write(key: string, value: unknown): void {
  try {
    if (value === undefined) sessionStorage.removeItem(key);
    else sessionStorage.setItem(key, JSON.stringify(value));
  } catch {
    // Full, or refused by the browser.
  }
}
