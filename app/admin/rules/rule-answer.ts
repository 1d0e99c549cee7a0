import type { Problem } from "#app/core/rules/reading.ts";
import type { RuleId } from "#app/core/values/ids.ts";
import type { Instant } from "#app/core/values/instant.ts";
import type { Told } from "#app/core/values/say.ts";
import type { RuleDocument } from "./rule-form.ts";

/** What the rule screens ask of the server. `edited` is sent when there is something unsaved. */
export interface RuleAsk {
  readonly intent: "save" | "publish" | "pause";
  readonly edited?: RuleDocument;
  /** When the rule that was edited had been changed last: a later change by someone else must not be lost. */
  readonly expectedEditedAt?: Instant;
}

/** What came of it. `saved` names the rule as soon as it is kept, also when publishing it failed afterwards. */
export type RuleAnswer =
  | { readonly kind: "saved" | "published" | "paused"; readonly saved: RuleId }
  | { readonly kind: "invalid"; readonly problems: readonly Problem[]; readonly saved?: RuleId }
  | { readonly kind: "changed-meanwhile" | "not-found"; readonly saved?: RuleId }
  | { readonly kind: "trial-running"; readonly version: number; readonly percent: number; readonly saved?: RuleId }
  | { readonly kind: "failed"; readonly why: Told; readonly saved?: RuleId };
