import { jsonFaultIn, linesOfPaths } from "../values/json-lines.ts";
import type { Problem } from "./reading.ts";
import type { Rulebook } from "./rulebook.ts";
import { validateRulebook } from "./validate-rulebook.ts";

/** What is wrong with a rulebook's text, at its line from 1. */
export interface PlacedProblem extends Problem {
  readonly line: number;
}

export type ReadRulebookText =
  | { readonly kind: "valid"; readonly rulebook: Rulebook }
  /** At least one; the path is "" where the text is no JSON at all. */
  | { readonly kind: "invalid"; readonly problems: readonly PlacedProblem[] };

/** Ten thousand rules have some five million. Reading takes a second for each ten million, and nobody else is served then. */
export const RULEBOOK_CHARACTERS_MOST = 16_000_000;

/** A rulebook from untrusted JSON text. A byte order mark, as editors on Windows write it, is left out. */
export function readRulebookText(text: string): ReadRulebookText {
  if (text.length > RULEBOOK_CHARACTERS_MOST) {
    const tooLong = { message: "problem.text.most", values: { most: RULEBOOK_CHARACTERS_MOST } } as const;
    return { kind: "invalid", problems: [{ path: "", line: 1, ...tooLong }] };
  }
  const plain = text.replace(/^\uFEFF/, "");
  let document: unknown;
  try {
    document = JSON.parse(plain);
  } catch {
    const { line, message } = jsonFaultIn(plain) ?? { line: 1, message: "problem.json.unread" as const };
    const told = { message: "problem.json", values: { expected: { message } } } as const;
    return { kind: "invalid", problems: [{ path: "", line, ...told }] };
  }
  const validated = validateRulebook(document);
  if (validated.kind === "valid") return validated;
  const lines = linesOfPaths(
    plain,
    validated.problems.map(({ path }) => path),
  );
  return {
    kind: "invalid",
    problems: validated.problems.map((problem, index) => ({ ...problem, line: lines[index] ?? 1 })),
  };
}
