import type { Figures } from "../frame/contender.ts";

/** One workload at one size, with what each contender took. */
export interface Measured {
  readonly workload: string;
  readonly isAdversarial: boolean;
  readonly size: number;
  readonly figures: readonly Figures[];
}

/** What is paid once, off the request path. */
export interface Costs {
  /** Of 10,000 rules. */
  readonly compileMs: number;
  /** What 10,000 compiled rules hold beside the rulebook and the catalogue themselves. */
  readonly heapMb: number;
  /** Deciding without the sentences, minified. */
  readonly bundle: { readonly minified: number; readonly deflate: number; readonly brotli: number };
}

export const OURS = "encore";
export const FLOOR = "floor";

export function figuresOf({ figures }: Measured, name: string): Figures {
  const found = figures.find((one) => one.name === name);
  if (!found) throw new Error(`${name} was not measured`);
  return found;
}
