import type { RuleAsk } from "./rule-answer.ts";

/**
 * The body of a request as an ask; undefined when it is none. Only its frame is looked at: the edited rule stays an
 * untrusted document, which the flow that saves it reads.
 */
export function readRuleAsk(body: unknown): RuleAsk | undefined {
  if (!isRecord(body)) return undefined;
  const { intent, edited, expectedEditedAt } = body;
  if (intent !== "save" && intent !== "publish" && intent !== "pause") return undefined;
  if (edited !== undefined && !isRecord(edited)) return undefined;
  if (expectedEditedAt !== undefined && !Number.isSafeInteger(expectedEditedAt)) return undefined;
  if (intent === "save" && edited === undefined) return undefined;
  return {
    intent,
    ...(edited === undefined ? {} : { edited }),
    ...(expectedEditedAt === undefined ? {} : { expectedEditedAt: expectedEditedAt as number }),
  };
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
