import { list, text } from "../shapes.ts";
import { type ConditionWords, counted } from "./condition-words.ts";

export const shippingMethodWords: ConditionWords<"shipping-method"> = {
  parameters: {
    methods: list(text("problem.condition.shipping-method", 255), {
      message: "problem.condition.shipping-methods",
      most: 250,
    }),
  },
  sentence: ({ methods }, { say }) => say("engine.condition.shipping-method", counted(methods, String, say)),
  was: (_spec, { shippingMethod }) => shippingMethod,
};
