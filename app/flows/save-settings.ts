import type { Problem } from "#app/core/rules/reading.ts";
import { settingsOf, withSettings } from "#app/core/rules/rulebook-settings.ts";
import { isSameDocument } from "#app/core/rules/same-document.ts";
import { validateSettings } from "#app/core/rules/validate-rulebook.ts";
import { type ChangeDraftNeeds, changeDraft, type Who } from "./change-draft.ts";

export interface SaveSettingsAsk extends Who {
  /** Untrusted. */
  readonly document: unknown;
  /** The settings that were opened for editing: a later change by someone else must not be lost. */
  readonly expected: unknown;
}

export type SaveSettingsOutcome =
  | { readonly kind: "saved" }
  /** Paths begin at the settings: "guards.priceCapPercent". */
  | { readonly kind: "invalid"; readonly problems: readonly Problem[] }
  /** Someone else changed them since they were opened: nothing was saved. */
  | { readonly kind: "changed-meanwhile" };

/** Puts what holds for every rule into the draft; what is live stays as it is until it is published. */
export async function saveSettings(
  needs: ChangeDraftNeeds,
  { document, expected, ...who }: SaveSettingsAsk,
): Promise<SaveSettingsOutcome> {
  const validated = validateSettings(document);
  if (validated.kind === "invalid") return validated;
  return changeDraft<SaveSettingsOutcome>(needs, who, (rulebook) =>
    isSameDocument(settingsOf(rulebook), expected)
      ? { outcome: { kind: "saved" }, rulebook: withSettings(rulebook, validated.settings) }
      : { outcome: { kind: "changed-meanwhile" } },
  );
}
