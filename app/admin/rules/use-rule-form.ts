import { useState } from "react";
import type { Instant } from "#app/core/values/instant.ts";
import type { RuleForm } from "./rule-form.ts";

/** What is being edited, and where the editing began: the rule as it was loaded, and when that had been changed last. */
export interface FormState {
  readonly form: RuleForm;
  readonly isDirty: boolean;
  readonly expectedEditedAt: Instant | undefined;
  /** Changes some fields and leaves the others. */
  readonly set: (change: Partial<RuleForm>) => void;
  /** Takes the rule as it was loaded anew; what is written in the fields is given up. */
  readonly beginAnew: (loaded: LoadedForm) => void;
  /** Keeps what is written, but saves it over the rule as it was loaded anew. */
  readonly standOn: (loaded: LoadedForm) => void;
}

export interface LoadedForm {
  readonly form: RuleForm;
  readonly editedAt: Instant | undefined;
}

export function useRuleForm(loaded: LoadedForm): FormState {
  const [begun, setBegun] = useState(loaded);
  const [form, setForm] = useState(loaded.form);
  return {
    form,
    isDirty: JSON.stringify(form) !== JSON.stringify(begun.form),
    expectedEditedAt: begun.editedAt,
    set: (change) => setForm((before) => ({ ...before, ...change })),
    beginAnew: (next) => {
      setBegun(next);
      setForm(next.form);
    },
    standOn: setBegun,
  };
}
