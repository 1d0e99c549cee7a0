import { readFile } from "node:fs/promises";
import type { Problem } from "#app/core/rules/reading.ts";
import type { Rulebook } from "#app/core/rules/rulebook.ts";
import { validateRulebook } from "#app/core/rules/validate-rulebook.ts";
import { said } from "#app/core/values/say.ts";
import { sayInEnglish } from "#app/locales/english.ts";
import { Unusable } from "./command.ts";

/** A file as JSON. Throws `Unusable` with the file's name when there is none, or it is not JSON. */
export async function readDocument(path: string): Promise<unknown> {
  const text = withoutMark(
    await readFile(path, "utf8").catch((error: unknown) => {
      throw new Unusable(`${path} cannot be read: ${reasonOf(error)}.`);
    }),
  );
  try {
    return JSON.parse(text);
  } catch (error) {
    throw new Unusable(`${path} is not JSON: ${error instanceof Error ? error.message : String(error)}.`);
  }
}

/** A rulebook that is to be used, not judged: one with anything wrong is unusable. */
export async function readRulebook(path: string): Promise<Rulebook> {
  const validated = validateRulebook(await readDocument(path));
  if (validated.kind === "valid") return validated.rulebook;
  throw new Unusable(
    `${path} is not a rulebook that can be used:`,
    ...validated.problems.map((problem) => `  ${problemLine(problem)}`),
  );
}

/** "rules[0].path.offer.quantityMost: The quantity is a whole number from 1 to 10." */
export function problemLine(problem: Problem): string {
  return `${problem.path === "" ? "(the whole)" : problem.path}: ${said(problem, sayInEnglish)}`;
}

/** Without the byte-order mark that some editors begin a file with. */
function withoutMark(text: string): string {
  return text.startsWith("\uFEFF") ? text.slice(1) : text;
}

export function reasonOf(error: unknown): string {
  const code = typeof error === "object" && error !== null && "code" in error ? error.code : undefined;
  if (code === "ENOENT") return "there is no such file";
  if (code === "EISDIR") return "it is a folder";
  if (code === "EACCES") return "it may not be read";
  return error instanceof Error ? error.message : String(error);
}
