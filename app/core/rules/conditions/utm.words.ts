import { list, oneOf, text } from "../shapes.ts";
import { type ConditionWords, counted } from "./condition-words.ts";

const PARAMETERS = ["source", "medium", "campaign", "term", "content"] as const;

export const utmWords: ConditionWords<"utm"> = {
  parameters: {
    parameter: oneOf(PARAMETERS, "problem.condition.utm-parameter"),
    values: list(text("problem.condition.utm-value", 255), { message: "problem.condition.values", most: 250 }),
  },
  sentence: ({ parameter, values }, { say }) =>
    say("engine.condition.utm", { parameter, ...counted(values, String, say) }),
  was: ({ parameter }, { utm }) => utm?.[parameter],
};
