import { period } from "../ranges.ts";
import { localMoment, optional } from "../shapes.ts";
import type { ConditionWords } from "./condition-words.ts";
import { clockAt } from "./shop-time.words.ts";

export const dateWords: ConditionWords<"date"> = {
  parameters: { from: optional(localMoment), until: optional(localMoment) },
  across: period,
  sentence: ({ from, until }) =>
    `is placed ${[from && `from ${spaced(from)} on`, until && `before ${spaced(until)}`].filter(Boolean).join(" and ")}`,
  was: (_spec, facts, catalog) => clockAt(facts, catalog),
};

const spaced = (moment: string) => moment.replace("T", " ");
