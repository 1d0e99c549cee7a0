import type { Problem } from "#app/core/rules/reading.ts";
import type { RuleId } from "#app/core/values/ids.ts";
import type { Instant } from "#app/core/values/instant.ts";
import type { Told } from "#app/core/values/say.ts";
import { wholePercent } from "../rulebook/publish-ask.ts";
import type { RuleDocument } from "./editing.tsx";

/** Whom a rule is published for: a share is a whole number of percent from 1 to 99. */
export type Whom = "everyone" | { readonly percent: number };

/** What the editor asks of the server. `edited` is sent when there is something unsaved. */
export interface EditorAsk {
  readonly intent: "save" | "publish" | "pause";
  readonly edited?: RuleDocument;
  /** When the rule that was edited had been changed last: a later change by someone else must not be lost. */
  readonly expectedEditedAt?: Instant;
  /** Absent: everyone. */
  readonly to?: Whom;
}

/** What came of it. `saved` names the rule as soon as it is kept, also when publishing it failed afterwards. */
export type EditorAnswer =
  | { readonly kind: "saved" | "published" | "tried" | "paused"; readonly saved: RuleId }
  | { readonly kind: "invalid"; readonly problems: readonly Problem[]; readonly saved?: RuleId }
  | { readonly kind: "changed-meanwhile" | "not-found" | "nothing-to-try-against"; readonly saved?: RuleId }
  | { readonly kind: "trial-running"; readonly version: number; readonly percent: number; readonly saved?: RuleId }
  | { readonly kind: "failed"; readonly why: Told; readonly saved?: RuleId };

/**
 * The body of a request as an ask; undefined when it is none. Only its frame is looked at: the edited rule stays an
 * untrusted document, which the flow that saves it reads.
 */
export function readEditorAsk(body: unknown): EditorAsk | undefined {
  if (!isRecord(body)) return undefined;
  const { intent, edited, expectedEditedAt, to } = body;
  if (intent !== "save" && intent !== "publish" && intent !== "pause") return undefined;
  if (edited === undefined ? intent === "save" : !isRecord(edited)) return undefined;
  if (expectedEditedAt !== undefined && !Number.isSafeInteger(expectedEditedAt)) return undefined;
  const whom = to === undefined ? "everyone" : whomIn(to);
  if (whom === undefined) return undefined;
  return {
    intent,
    ...(edited === undefined ? {} : { edited: edited as RuleDocument }),
    ...(expectedEditedAt === undefined ? {} : { expectedEditedAt: expectedEditedAt as number }),
    to: whom,
  };
}

function whomIn(to: unknown): Whom | undefined {
  if (to === "everyone") return to;
  const percent = isRecord(to) ? wholePercent(to.percent) : undefined;
  return percent === undefined ? undefined : { percent };
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
