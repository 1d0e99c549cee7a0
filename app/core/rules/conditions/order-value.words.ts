import { amount, optional } from "../shapes.ts";
import { betweenWords, type ConditionWords } from "./condition-words.ts";

export const orderValueWords: ConditionWords<"order-value"> = {
  parameters: { atLeast: optional(amount), atMost: optional(amount) },
  bounds: true,
  sentence: (bounds, { say, money }) =>
    say("engine.condition.order-value", { bounds: betweenWords(bounds, money, say) }),
  was: (_spec, { subtotal, presentmentSubtotal }) => (presentmentSubtotal ? [subtotal, presentmentSubtotal] : subtotal),
};
