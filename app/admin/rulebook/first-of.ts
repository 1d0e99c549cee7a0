/** The first of many, and how many more there are. */
export interface FirstOf<Item> {
  readonly items: readonly Item[];
  readonly more: number;
}

/** More than these nobody reads, and a page of ten thousand takes its time. */
const MOST = 100;

export function firstOf<Item>(all: readonly Item[]): FirstOf<Item> {
  return { items: all.slice(0, MOST), more: Math.max(0, all.length - MOST) };
}
