import type { Message, Say } from "../values/say.ts";
import type { NothingReason } from "./decision.ts";

const WHY_NOTHING = {
  "no-rules": "engine.nothing.no-rules",
  "no-rule-fits": "engine.nothing.no-rule-fits",
  "nothing-to-sell": "engine.nothing.nothing-to-sell",
  "foreign-currency": "engine.nothing.foreign-currency",
} as const satisfies Readonly<Record<NothingReason, Message>>;

/** Why a purchase was shown nothing, before the details. */
export function whyNothing(reason: NothingReason, say: Say): string {
  return say(WHY_NOTHING[reason]);
}
