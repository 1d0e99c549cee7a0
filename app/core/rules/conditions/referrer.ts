import { condition } from "./condition.ts";
import { holdsForText, type TextMatch, trimmedMatch } from "./texts.ts";

/** The address the visit came from, as the surface gives it; a visit that came from nowhere has an empty one. */
export const referrer = condition({
  kind: "referrer",
  needs: ["referrer"],
  prepare: trimmedMatch,
  holds: (match: TextMatch, { referrer }) => holdsForText(match, referrer),
});
