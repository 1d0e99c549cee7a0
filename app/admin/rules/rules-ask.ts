import type { RuleId } from "#app/core/values/ids.ts";
import type { Instant } from "#app/core/values/instant.ts";
import type { Told } from "#app/core/values/say.ts";

/** What the list asks of the server. */
export type RulesAsk =
  /** `seen` is the revision of the draft whose list the merchant sees. */
  | { readonly intent: "move"; readonly rule: RuleId; readonly to: MoveTo; readonly seen?: number | undefined }
  /** `name` is what the copy is called. */
  | { readonly intent: "duplicate"; readonly rule: RuleId; readonly name: string }
  /** `editedAt`, of each of them, is what the merchant sees: only that is published. */
  | { readonly intent: ManyIntent; readonly rules: readonly RuleId[]; readonly editedAt?: readonly Instant[] };

export type MoveTo = { readonly before: RuleId } | { readonly after: RuleId } | { readonly place: number };

export const MANY_INTENTS = ["publish", "pause", "archive", "restore", "delete"] as const;
/** What can be done with several rules at once. */
export type ManyIntent = (typeof MANY_INTENTS)[number];

/** What came of it: done, which is told in passing, or why not, which stays on the page. */
export type RulesAnswer =
  | { readonly kind: "done"; readonly told?: Told | undefined; readonly opened?: RuleId | undefined }
  | { readonly kind: "refused"; readonly why: Told };

const RULES_MOST = 10_000;

/** The body of a request as an ask; undefined when it is none. */
export function readRulesAsk(body: unknown): RulesAsk | undefined {
  if (!isRecord(body)) return undefined;
  const { intent, rule, rules, name, to, seen, editedAt } = body;
  if (intent === "duplicate") {
    return isId(rule) && typeof name === "string" ? { intent, rule, name } : undefined;
  }
  if (intent === "move") {
    const place = moveToIn(to);
    if (!isId(rule) || !place) return undefined;
    return { intent, rule, to: place, ...(typeof seen === "number" && { seen }) };
  }
  const many = MANY_INTENTS.find((one) => one === intent);
  const areIds = Array.isArray(rules) && rules.length > 0 && rules.length <= RULES_MOST && rules.every(isId);
  if (!many || !areIds) return undefined;
  if (editedAt === undefined) return { intent: many, rules };
  const isSeen = Array.isArray(editedAt) && editedAt.length === rules.length && editedAt.every(Number.isSafeInteger);
  return isSeen ? { intent: many, rules, editedAt } : undefined;
}

function moveToIn(to: unknown): MoveTo | undefined {
  if (!isRecord(to)) return undefined;
  const { before, after, place } = to;
  if (isId(before)) return { before };
  if (isId(after)) return { after };
  return typeof place === "number" && Number.isSafeInteger(place) && place >= 1 ? { place } : undefined;
}

const isId = (value: unknown): value is RuleId => typeof value === "string" && /^[a-z0-9-]{1,64}$/.test(value);

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
