import type { RuleId } from "#app/core/values/ids.ts";
import type { RuleAnswer, RuleAsk } from "./rule-answer.ts";
import type { RuleEditorData } from "./rule-editor-data.ts";

export interface RuleEditorProps {
  readonly data: RuleEditorData;
  /** To what was sent last; a new object for each answer. */
  readonly answer: RuleAnswer | undefined;
  /** What is under way, if anything is. */
  readonly busy: RuleAsk["intent"] | undefined;
  readonly send: (ask: RuleAsk) => void;
  readonly leave: () => void;
  /** A new rule has been kept under this id. */
  readonly opened: (id: RuleId) => void;
}
