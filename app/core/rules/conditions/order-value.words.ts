import { amount, optional } from "../shapes.ts";
import { betweenWords, type ConditionWords } from "./condition-words.ts";

export const orderValueWords: ConditionWords<"order-value"> = {
  parameters: { atLeast: optional(amount), atMost: optional(amount) },
  bounds: true,
  sentence: ({ atLeast, atMost }, { money }) => `is worth ${betweenWords(atLeast, atMost, money)}`,
  was: (_spec, { subtotal, presentmentSubtotal }) => (presentmentSubtotal ? [subtotal, presentmentSubtotal] : subtotal),
};
