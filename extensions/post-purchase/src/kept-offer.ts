import type { OfferView } from "#app/contracts/post-purchase.ts";
import type { Words } from "./words.ts";

/** What the page's storage holds: left by ShouldRender for Render, and by Render for the same page opened again. */
export interface Kept {
  /** Absent when nothing more is to be offered. */
  offer?: OfferView;
  /** How many offers of the path were accepted before this one. */
  accepted?: number;
  /** Of the shopper's language, as the app sent them; absent for English. */
  words?: Partial<Words> | undefined;
}

export function readKept(initialData: unknown): Kept {
  return (initialData as Kept | null | undefined) ?? {};
}
