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
  sentence: ({ weekdays }) => `is placed on a ${weekdays.map(capitalised).join(" or ")}`,
  was: (_spec, facts, catalog) => clockAt(facts, catalog),
};

const capitalised = (weekday: string) => weekday.charAt(0).toUpperCase() + weekday.slice(1);
