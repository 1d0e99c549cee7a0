import { oneOf } from "../shapes.ts";
import type { ConditionWords } from "./condition-words.ts";
import { ORDER_PLACES } from "./first-order.ts";
import { ordersSeen } from "./history.words.ts";

export const firstOrderWords: ConditionWords<"first-order"> = {
  parameters: { is: oneOf(ORDER_PLACES, "problem.condition.first-order") },
  sentence: ({ is }, { say }) => say("engine.condition.first-order", { is }),
  was: (_spec, facts) => ordersSeen(facts),
};
