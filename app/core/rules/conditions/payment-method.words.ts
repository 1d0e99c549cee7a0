import { list, text } from "../shapes.ts";
import { type ConditionWords, counted } from "./condition-words.ts";

export const paymentMethodWords: ConditionWords<"payment-method"> = {
  parameters: {
    methods: list(text("problem.condition.payment-method", 255), {
      message: "problem.condition.payment-methods",
      most: 250,
    }),
  },
  sentence: ({ methods }, { say }) => say("engine.condition.payment-method", counted(methods, String, say)),
  was: (_spec, { paymentMethod }) => paymentMethod,
};
