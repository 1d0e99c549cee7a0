import type { ConditionWords } from "./condition-words.ts";
import { plainLineQuantifier, productsSeen } from "./line-words.ts";

export const giftCardLineWords: ConditionWords<"gift-card-line"> = {
  parameters: { lines: plainLineQuantifier },
  sentence: ({ lines }, { say }) => say("engine.condition.gift-card-line", { lines }),
  was: (_spec, facts, catalog) => productsSeen(facts, catalog, "gift card", ({ isGiftCard }) => isGiftCard),
};
