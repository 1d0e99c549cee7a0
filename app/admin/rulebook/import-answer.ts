import type { PlacedProblem } from "#app/core/rules/read-rulebook-text.ts";
import type { Problem } from "#app/core/rules/reading.ts";
import type { Rulebook } from "#app/core/rules/rulebook.ts";
import type { RulebookDifference } from "#app/core/rules/rulebook-difference.ts";
import { said, type Told } from "#app/core/values/say.ts";
import { sayInEnglish } from "#app/locales/english.ts";
import type { Titles } from "#app/stores/read-models/titles.ts";
import { namesOf } from "../english-names.ts";
import { differencesTold, type Told as FirstOf, findingsTold, firstOf } from "./told.ts";

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
      readonly differences: FirstOf<string>;
      readonly findings: FirstOf<string>;
    }
  | { readonly kind: "saved" | "changed-meanwhile" }
  | { readonly kind: "failed"; readonly why: Told };

/** What is wrong, with the line it is on. */
export interface ProblemShown {
  readonly path: string;
  readonly sentence: string;
  /** From 1. */
  readonly line: number;
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
    differences: differencesTold(differences, namesOf(titles, timezone, rulebook)),
    findings: findingsTold(findings, rulebook),
  };
}

export function problemsAnswer(problems: readonly PlacedProblem[], text: string): ImportAnswer {
  const lines = text.split("\n");
  return {
    kind: "problems",
    problems: firstOf(problems, ({ path, line, ...told }) => ({
      path,
      sentence: said(told, sayInEnglish),
      line,
      excerpt: (lines[line - 1] ?? "").trim().slice(0, 160),
    })),
  };
}
