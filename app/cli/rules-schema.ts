import { parseArgs } from "node:util";
import { rulebookSchema } from "#app/core/rules/rulebook-schema.ts";
import type { Command } from "./command.ts";

export const schemaCommand: Command = {
  words: ["rules", "schema"],
  parameters: "",
  summary: "prints the JSON Schema of a rulebook, for editors and other tools",
  help: `Prints a JSON Schema (draft 2020-12). It says how a rulebook is written; "encore rules validate" knows more, such as
two rules with one id.

Exit codes: 0 always · 2 something was typed that means nothing.`,
  run: async (typed, { out }) => {
    parseArgs({ args: [...typed] });
    await out.line(JSON.stringify(rulebookSchema(), null, 2));
    return 0;
  },
};
