import { type Command, type ExitCode, type Io, Unusable } from "./command.ts";
import { decideCommand } from "./decide.ts";
import { explainCommand } from "./explain.ts";
import { ReaderGone } from "./output.ts";
import { diffCommand } from "./rules-diff.ts";
import { schemaCommand } from "./rules-schema.ts";
import { validateCommand } from "./rules-validate.ts";

const COMMANDS: readonly Command[] = [validateCommand, schemaCommand, diffCommand, explainCommand, decideCommand];

/** Runs what was typed after `encore`; never throws for anything that was typed or read. */
export async function runEncore(typed: readonly string[], io: Io): Promise<ExitCode> {
  try {
    const code = await runTyped(typed, io);
    await io.out.flush();
    return code;
  } catch (error) {
    if (error instanceof ReaderGone) return 0;
    for (const sentence of sentencesOf(error)) io.complain(sentence);
    return 2;
  }
}

async function runTyped(typed: readonly string[], io: Io): Promise<ExitCode> {
  const command = COMMANDS.find(({ words }) => words.every((word, index) => typed[index] === word));
  const asksForHelp = typed.some((word) => word === "--help" || word === "-h");
  if (command) {
    if (!asksForHelp) return command.run(typed.slice(command.words.length), io);
    await io.out.line(helpOf(command));
    return 0;
  }
  const [first] = typed;
  const group = COMMANDS.filter(({ words }) => words.length > 1 && words[0] === first);
  if (first === undefined) throw new Unusable(overview(COMMANDS));
  if (asksForHelp || first === "help") {
    await io.out.line(overview(group.length > 0 ? group : COMMANDS));
    return 0;
  }
  const known = (group.length > 0 ? group : COMMANDS).map(({ words }) => words.join(" "));
  throw new Unusable(`There is no command "${typed.slice(0, 2).join(" ")}"; there are: ${known.join(", ")}.`);
}

function overview(commands: readonly Command[]): string {
  const usages = commands.map((command) => [usageOf(command), command.summary] as const);
  return [
    "encore: rules checked, compared and tried without a shop.",
    "",
    ...usages.flatMap(([usage, summary]) => [`  ${usage}`, `      ${summary}`]),
    "",
    "Each command has a --help of its own. Results go to stdout, all else to stderr.",
    "Exit codes: 0 all is well · 1 something was found · 2 the input cannot be used.",
  ].join("\n");
}

function helpOf(command: Command): string {
  return [`usage: ${usageOf(command)}`, "", command.help].join("\n");
}

function usageOf({ words, parameters }: Command): string {
  return ["encore", ...words, ...(parameters === "" ? [] : [parameters])].join(" ");
}

/** Node's own message says which option is wrong, and sometimes adds how to write it: its first sentence is enough. */
function sentencesOf(error: unknown): readonly string[] {
  if (error instanceof Unusable) return error.sentences;
  if (error instanceof Error && "code" in error && String(error.code).startsWith("ERR_PARSE_ARGS")) {
    return [`${error.message.split(". ")[0]}. See --help.`];
  }
  return [error instanceof Error ? (error.stack ?? error.message) : String(error)];
}
