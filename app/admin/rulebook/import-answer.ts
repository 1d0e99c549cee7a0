import type { PlacedProblem } from "#app/core/rules/read-rulebook-text.ts";
import type { Problem } from "#app/core/rules/reading.ts";
import type { Rulebook } from "#app/core/rules/rulebook.ts";
import type { RulebookDifference } from "#app/core/rules/rulebook-difference.ts";
import type { Told } from "#app/core/values/say.ts";
import type { Titles } from "#app/stores/read-models/titles.ts";
import { type Differences, differencesOf } from "./differences.ts";
import { type FindingShown, findingsShown } from "./findings-shown.ts";
import { type FirstOf, firstOf } from "./first-of.ts";

/** What the page that imports asks of the server. */
export type ImportAsk =
  | { readonly intent: "check"; readonly text: string }
  | { readonly intent: "save"; readonly text: string; readonly expectedRevision: number };

export type ImportAnswer =
  | { readonly kind: "problems"; readonly problems: FirstOf<ProblemShown> }
  | {
      readonly kind: "checked";
      readonly rules: number;
      readonly revision: number;
      readonly differences: Differences;
      readonly findings: FirstOf<FindingShown>;
    }
  | { readonly kind: "saved" | "changed-meanwhile" }
  | { readonly kind: "failed"; readonly why: Told };

/** What is wrong, on which line, from 1, and what stands there. */
export interface ProblemShown extends PlacedProblem {
  readonly excerpt: string;
}

/** The body of a request as an ask; undefined when it is none. */
export function readImportAsk(body: unknown): ImportAsk | undefined {
  if (typeof body !== "object" || body === null) return undefined;
  const { intent, text, expectedRevision } = body as Readonly<Record<string, unknown>>;
  if (typeof text !== "string") return undefined;
  if (intent === "check") return { intent, text };
  return intent === "save" && Number.isSafeInteger(expectedRevision)
    ? { intent, text, expectedRevision: expectedRevision as number }
    : undefined;
}

/** A document that could be saved, and what it would change. */
export interface CheckedRulebook {
  readonly rulebook: Rulebook;
  /** Of the draft it was compared with. */
  readonly revision: number;
  readonly differences: readonly RulebookDifference[];
  readonly findings: readonly Problem[];
  readonly titles: Titles;
  readonly timezone: string;
}

export function checkedAnswer(checked: CheckedRulebook): ImportAnswer {
  const { rulebook, revision, differences, findings, titles, timezone } = checked;
  return {
    kind: "checked",
    rules: rulebook.rules.length,
    revision,
    differences: differencesOf(differences, { titles, rulebook, timezone }),
    findings: findingsShown(findings, rulebook),
  };
}

export function problemsAnswer(problems: readonly PlacedProblem[], text: string): ImportAnswer {
  const lines = text.split("\n");
  const { items, more } = firstOf(problems);
  const excerptOf = (line: number) => (lines[line - 1] ?? "").trim().slice(0, 160);
  return {
    kind: "problems",
    problems: { items: items.map((problem) => ({ ...problem, excerpt: excerptOf(problem.line) })), more },
  };
}
