import { list, text } from "../shapes.ts";
import { type ConditionWords, oneOfWords } from "./condition-words.ts";

export const paymentMethodWords: ConditionWords<"payment-method"> = {
  parameters: {
    methods: list(text("A payment method is Shopify's name for it, such as shopify_payments.", 255), {
      sentence: "Choose at least one payment method.",
      most: 250,
    }),
  },
  sentence: ({ methods }) => `is paid with ${oneOfWords(methods)}`,
  was: (_spec, { paymentMethod }) => paymentMethod,
};
