import type { RuleFilter } from "./rule-filter.ts";
import type { RulesAnswer, RulesAsk } from "./rules-ask.ts";
import type { RuleNumbersById, RulesPageData } from "./rules-page-data.ts";

export interface RulesPageProps {
  readonly data: RulesPageData;
  /** Of the last 30 days. */
  readonly numbers: RuleNumbersById;
  /** To what was asked last. */
  readonly answer: RulesAnswer | undefined;
  /** What is under way. */
  readonly busy: RulesAsk | undefined;
  readonly send: (ask: RulesAsk) => void;
  /** Goes to a page of the rules that the filter finds, the first unless told. */
  readonly look: (filter: RuleFilter, page?: number) => void;
}
