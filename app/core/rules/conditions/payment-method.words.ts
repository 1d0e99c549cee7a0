import { list, text } from "../shapes.ts";
import { type ConditionWords, oneOfWords } from "./condition-words.ts";

export const paymentMethodWords: ConditionWords<"payment-method"> = {
  parameters: {
    methods: list(text("problem.condition.payment-method", 255), {
      message: "problem.condition.payment-methods",
      most: 250,
    }),
  },
  sentence: ({ methods }) => `is paid with ${oneOfWords(methods)}`,
  was: (_spec, { paymentMethod }) => paymentMethod,
};
