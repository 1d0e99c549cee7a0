import type { Say } from "#app/core/values/say.ts";

/** The screens that have a page in docs/merchants. */
export const HELP_PAGES = ["home", "rules", "rule-editor", "orders", "versions", "settings"] as const;
export type HelpPage = (typeof HELP_PAGES)[number];

/** A secondary action for a screen's Page: opens what the docs say of the screen, beside it. */
export function helpAction(say: Say, page: HelpPage) {
  return {
    content: say("frame.help"),
    accessibilityLabel: say("frame.help-opens"),
    url: `/docs/${page}`,
    // Not `external`: the link that Remix draws would hand it on to the page's HTML.
    target: "_blank",
  } as const;
}
