import { rulebookWords } from "../rulebook/words.ts";

const words = rulebookWords.versions;

/** Shopify gives the app only the number of whoever works in the admin. */
export function whoWords(by: string, viewer: string): string {
  if (by === viewer) return words.you;
  return /^\d+$/.test(by) ? words.staff(by) : words.encore;
}
