import { parseArgs } from "node:util";
import { findings } from "#app/core/rules/findings.ts";
import { validateRulebook } from "#app/core/rules/validate-rulebook.ts";
import { type Command, Unusable } from "./command.ts";
import { problemLine, readDocument } from "./read-document.ts";

export const validateCommand: Command = {
  words: ["rules", "validate"],
  parameters: "RULEBOOK.json",
  summary: "checks a rulebook: each thing that is wrong, with its place",
  help: `Prints a line for each error: its place in the document and a sentence, "rules[0].when.all[1].lines: Say of how
many lines …". A rulebook without errors is looked at once more for rules that can never match where they are to be
shown; those are printed in the same way. Prints nothing else.

Exit codes: 0 nothing is wrong · 1 something is, see above · 2 there is no such file, or it is not JSON.`,
  run: async (typed, { out, now }) => {
    const { positionals } = parseArgs({ args: [...typed], allowPositionals: true });
    const [path] = positionals;
    if (path === undefined || positionals.length > 1) throw new Unusable("Name one rulebook. See --help.");
    const validated = validateRulebook(await readDocument(path));
    const problems = validated.kind === "valid" ? findings(validated.rulebook, now()) : validated.problems;
    for (const problem of problems) await out.line(problemLine(problem));
    return problems.length > 0 ? 1 : 0;
  },
};
