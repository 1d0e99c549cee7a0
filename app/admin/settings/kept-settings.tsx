import { useMemo } from "react";
import type { RulebookSettings } from "#app/core/rules/rulebook-settings.ts";
import { KeptBanner } from "../kept/kept-banner.tsx";
import type { Draft } from "../kept/kept-draft.ts";
import { useKeptDraft } from "../kept/use-kept-draft.ts";
import type { SettingsEditing } from "./use-settings-editing.ts";

/** Settings as they were written and not saved. */
interface SettingsDraft extends Draft {
  /** What they change, as it was loaded. */
  readonly begun: RulebookSettings;
}

/** Keeps what is written of the settings, and offers back what an earlier visit has left. */
export function KeptSettings({ domain, state }: { readonly domain: string; readonly state: SettingsEditing }) {
  const { editing, begun, isDirty } = state;
  const { document } = editing;
  const draft = useMemo((): SettingsDraft => ({ document, begun }), [document, begun]);
  const { found, taken, drop } = useKeptDraft(`encore:settings:${domain}`, isDirty, draft, {
    written: state.written,
  });
  if (!found) return null;
  const bringBack = () => {
    // What someone else saved since is told as what it is.
    state.standOn(found.begun);
    editing.write(found.document);
    taken();
  };
  return <KeptBanner at={found.at} timezone={editing.shop.timezone} bringBack={bringBack} drop={drop} />;
}
