import { listed } from "../../values/say.ts";
import { WEEKDAYS } from "../../values/shop-time.ts";
import { list, oneOf } from "../shapes.ts";
import type { ConditionWords } from "./condition-words.ts";
import { clockAt } from "./shop-time.words.ts";

export const weekdayWords: ConditionWords<"weekday"> = {
  parameters: {
    weekdays: list(oneOf(WEEKDAYS, "problem.condition.weekday"), {
      message: "problem.condition.weekdays",
      most: WEEKDAYS.length,
    }),
  },
  sentence: ({ weekdays }, { say }) => {
    const said = weekdays.map((weekday) => say("engine.weekday", { weekday }));
    return say("engine.condition.weekday", { weekdays: listed(said, say, "or") });
  },
  was: (_spec, facts, catalog) => clockAt(facts, catalog),
};
