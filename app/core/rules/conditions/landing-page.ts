import { condition } from "./condition.ts";
import { holdsForText, type TextMatch, trimmedMatch } from "./texts.ts";

/** The address the visit began at, as the surface gives it, upper and lower case apart. */
export const landingPage = condition({
  kind: "landing-page",
  needs: ["landingPage"],
  prepare: trimmedMatch,
  holds: (match: TextMatch, { landingPage }) => holdsForText(match, landingPage),
});
