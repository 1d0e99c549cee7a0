import type { Say } from "#app/core/values/say.ts";

/** Shopify gives the app only the number of whoever works in the admin. */
export function whoWords(by: string, viewer: string, say: Say): string {
  if (by === viewer) return say("versions.by.you");
  return /^\d+$/.test(by) ? say("versions.by.staff", { id: by }) : say("versions.by.encore");
}
