import type { PastAnswer } from "../../facts/customer-history.ts";
import type { RuleId } from "../../values/ids.ts";
import { condition } from "./condition.ts";
import { isEarlier, sinceDays } from "./history.ts";
import { hasValue, type Values, valuesOf } from "./lines.ts";

interface Parameters {
  readonly answer: PastAnswer["answer"];
  /** Absent: of any rule. */
  readonly rules?: readonly RuleId[];
  readonly withinDays?: number;
}

interface Prepared {
  readonly answer: PastAnswer["answer"];
  readonly rules: Values<RuleId> | undefined;
  readonly withinDays: number | undefined;
}

/** Whether the customer said yes, or no, to an offer of ours on an earlier purchase. */
export const answeredOffer = condition({
  kind: "answered-offer",
  needs: ["answers"],
  prepare: ({ answer, rules, withinDays }: Parameters): Prepared => ({
    answer,
    rules: rules && valuesOf(rules),
    withinDays,
  }),
  holds: ({ answer, rules, withinDays }: Prepared, facts) => {
    if (!facts.history) return "unknown";
    const since = sinceDays(withinDays, facts);
    for (const past of facts.history.answers) {
      const isMeant = past.answer === answer && past.at >= since && (!rules || hasValue(rules, past.rule));
      if (isMeant && isEarlier(past, facts)) return "true";
    }
    return "false";
  },
});
