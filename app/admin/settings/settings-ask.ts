import type { Problem } from "#app/core/rules/reading.ts";
import type { RulebookSettings } from "#app/core/rules/rulebook-settings.ts";
import type { Told } from "#app/core/values/say.ts";
import type { RuleDocument } from "../rule-editor/editing.tsx";

/** What is to hold for every rule, instead of what was opened for editing. */
export interface SettingsAsk {
  readonly document: RuleDocument;
  readonly expected: RulebookSettings;
}

export type SettingsAnswer =
  | { readonly kind: "saved" | "changed-meanwhile" }
  | { readonly kind: "invalid"; readonly problems: readonly Problem[] }
  | { readonly kind: "failed"; readonly why: Told };

/** Undefined when the body is none. Only its frame is looked at: the flow that saves reads the document. */
export function readSettingsAsk(body: unknown): { readonly document: unknown; readonly expected: unknown } | undefined {
  if (typeof body !== "object" || body === null || !("document" in body) || !("expected" in body)) return undefined;
  return { document: body.document, expected: body.expected };
}
