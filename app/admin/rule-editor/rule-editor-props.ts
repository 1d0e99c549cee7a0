import type { ReactNode } from "react";
import type { RuleId } from "#app/core/values/ids.ts";
import type { RuleDocument } from "./editing.tsx";
import type { EditorAnswer, EditorAsk } from "./editor-ask.ts";
import type { RuleEditorData } from "./editor-data.ts";

/** `opening`: a new rule is kept, and on its way back under its own address. */
export type EditorBusy = EditorAsk["intent"] | "opening";

export interface RuleEditorProps {
  readonly data: RuleEditorData;
  /** What a new rule begins with. */
  readonly template?: RuleDocument | undefined;
  /** To what was sent last; a new object for each answer. */
  readonly answer: EditorAnswer | undefined;
  /** What is under way, if anything is. */
  readonly busy: EditorBusy | undefined;
  /** `as` is the rule that is changed, or "new". */
  readonly send: (ask: EditorAsk, as: RuleId | "new") => void;
  readonly leave: () => void;
  /** The rule has been kept under this id for the first time. */
  readonly opened: (id: RuleId) => void;
  /** Someone else changed the rule: it is to be loaded anew. */
  readonly refresh: () => void;
  /** What the rule does, as far as that has to be asked of the server: it stands beside the rule, on phones below it. */
  readonly beside?: ReactNode;
}
