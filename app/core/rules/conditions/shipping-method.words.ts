import { list, text } from "../shapes.ts";
import { type ConditionWords, oneOfWords } from "./condition-words.ts";

export const shippingMethodWords: ConditionWords<"shipping-method"> = {
  parameters: {
    methods: list(text("A shipping method is the title of its rate, such as Express.", 255), {
      sentence: "Choose at least one shipping method.",
      most: 250,
    }),
  },
  sentence: ({ methods }) => `is sent by ${oneOfWords(methods)}`,
  was: (_spec, { shippingMethod }) => shippingMethod,
};
