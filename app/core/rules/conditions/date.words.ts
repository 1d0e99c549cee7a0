import { period } from "../ranges.ts";
import { localMoment, optional } from "../shapes.ts";
import type { ConditionWords } from "./condition-words.ts";
import { clockAt } from "./shop-time.words.ts";

export const dateWords: ConditionWords<"date"> = {
  parameters: { from: optional(localMoment), until: optional(localMoment) },
  across: period,
  sentence: ({ from, until }, { say, moment }) =>
    say("engine.condition.date", {
      shape: until === undefined ? "from" : from === undefined ? "until" : "both",
      from: from === undefined ? "" : moment(from),
      until: until === undefined ? "" : moment(until),
    }),
  was: (_spec, facts, catalog) => clockAt(facts, catalog),
};
