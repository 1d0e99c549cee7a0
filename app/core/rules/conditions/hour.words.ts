import { textLike } from "../shapes.ts";
import type { ConditionWords } from "./condition-words.ts";
import { clockAt } from "./shop-time.words.ts";

const clock = textLike(/^([01]\d|2[0-3]):[0-5]\d$/, "problem.condition.hour");

export const hourWords: ConditionWords<"hour"> = {
  parameters: { from: clock, until: clock },
  across: {
    check: ({ from, until }, reading) => {
      if (from !== undefined && from === until) reading.at("until").wrong("problem.condition.hours");
    },
  },
  sentence: (hours, { say }) => say("engine.condition.hour", { from: hours.from, until: hours.until }),
  was: (_spec, facts, catalog) => clockAt(facts, catalog),
};
