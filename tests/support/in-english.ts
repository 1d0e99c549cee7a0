import { said, type Told } from "#app/core/values/say.ts";
import { sayInEnglish } from "#app/locales/english.ts";

/** What was told, as who reads English reads it; whatever else is known of it stays. */
export function inEnglish<One extends Told>(told: readonly One[]) {
  return told.map(({ message, values, ...others }) => ({
    ...others,
    sentence: said({ message, ...(values && { values }) }, sayInEnglish),
  }));
}
