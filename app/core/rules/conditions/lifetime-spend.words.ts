import { amount, optional } from "../shapes.ts";
import { betweenWords, type ConditionWords } from "./condition-words.ts";
import { asSeen } from "./history.words.ts";
import { isAllIn, spentIn } from "./lifetime-spend.ts";

export const lifetimeSpendWords: ConditionWords<"lifetime-spend"> = {
  parameters: { atLeast: optional(amount), atMost: optional(amount) },
  bounds: true,
  sentence: (bounds, { say, money }) =>
    say("engine.condition.lifetime-spend", { bounds: betweenWords(bounds, money, say) }),
  was: ({ atLeast, atMost }, facts) => {
    const { history } = facts;
    const currency = (atLeast ?? atMost)?.currency;
    if (!history || !currency) return undefined;
    const isAll = history.isComplete && isAllIn(currency, history, facts);
    return asSeen({ minor: spentIn(currency, history, facts), currency }, isAll);
  },
};
