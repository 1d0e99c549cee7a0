import { useDeferredValue, useMemo, useState } from "react";
import type { Problem } from "#app/core/rules/reading.ts";
import type { RulebookSettings } from "#app/core/rules/rulebook-settings.ts";
import { isSameDocument } from "#app/core/rules/same-document.ts";
import { validateSettings } from "#app/core/rules/validate-rulebook.ts";
import type { Editing, EditorShop, RuleDocument } from "../rule-editor/editing.tsx";
import { useDocument } from "../rule-editor/use-document.ts";
import { useTold } from "../rule-editor/use-told.ts";
import { documentOf, sentDocument } from "./settings-document.ts";

export interface SettingsEditing {
  readonly editing: Editing;
  /** What both sides of a change began with. */
  readonly begun: RulebookSettings;
  readonly isDirty: boolean;
  /** As it stands; undefined while something is wrong with it. */
  readonly settings: RulebookSettings | undefined;
  /** What is wrong where no field on the screen says it, once it may be told. */
  readonly elsewhere: readonly string[];
  /** What was written, as it is sent: with all that was typed, also what is not drawn yet. */
  readonly latest: () => { readonly document: RuleDocument; readonly problems: readonly Problem[] };
  /** The same as it stands in the fields. */
  readonly written: { readonly current: RuleDocument };
  readonly tellAll: (found: readonly Problem[]) => void;
  /** What is written is given up for this. */
  readonly beginAnew: (settings: RulebookSettings) => void;
  /** Keeps what is written, but as a change of this. */
  readonly standOn: (settings: RulebookSettings) => void;
}

/** Nothing here speaks of a product. */
const OF_NO_RULE = {
  products: new Map(),
  collections: new Map(),
  rules: [],
  learn: () => {},
  learnCollections: () => {},
} as const satisfies Partial<Editing>;

/** What holds for every rule, as it is written: the fields are those of the rule editor. */
export function useSettingsEditing(loaded: RulebookSettings, shop: EditorShop): SettingsEditing {
  const [begun, setBegun] = useState(loaded);
  const { document, latest, write, set, setSoon } = useDocument(documentOf(loaded));
  const settled = useDeferredValue(document);
  const checked = useMemo(() => checkedSettings(settled), [settled]);
  const { problemAt, stands, left, ...told } = useTold(checked.problems, document);
  const editing = useMemo(
    () => ({ ...OF_NO_RULE, document, shop, set, setSoon, write, problemAt, stands, left }),
    [document, shop, set, setSoon, write, problemAt, stands, left],
  );
  return {
    editing,
    begun,
    isDirty: !isSameDocument(sentDocument(document), begun),
    settings: checked.settings,
    elsewhere: told.elsewhere,
    latest: () => ({ document: sentDocument(latest.current), problems: checkedSettings(latest.current).problems }),
    written: latest,
    tellAll: told.tellAll,
    beginAnew: (settings) => {
      setBegun(settings);
      write(documentOf(settings));
      told.beginAnew();
    },
    standOn: setBegun,
  };
}

function checkedSettings(document: RuleDocument) {
  const validated = validateSettings(sentDocument(document));
  return validated.kind === "valid"
    ? { settings: validated.settings, problems: [] }
    : { settings: undefined, problems: validated.problems };
}
