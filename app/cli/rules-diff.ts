import { parseArgs } from "node:util";
import { differenceSentence } from "#app/core/rules/diff.words.ts";
import { diffRulebooks } from "#app/core/rules/diff-rulebooks.ts";
import { namesFrom } from "#app/core/rules/names.ts";
import { sayInEnglish } from "#app/locales/english.ts";
import { type Command, Unusable } from "./command.ts";
import { amountText } from "./money-text.ts";
import { readRulebook } from "./read-document.ts";

export const diffCommand: Command = {
  words: ["rules", "diff"],
  parameters: "BEFORE.json AFTER.json",
  summary: "says in words what differs between two rulebooks",
  help: `Prints a sentence for each difference, in the order of the rules.

Exit codes: 0 they say the same · 1 they differ · 2 one of them is no rulebook that can be used.`,
  run: async (typed, { out }) => {
    const { positionals } = parseArgs({ args: [...typed], allowPositionals: true });
    const [before, after] = positionals;
    if (before === undefined || after === undefined || positionals.length > 2) {
      throw new Unusable("Name two rulebooks. See --help.");
    }
    const [left, right] = [await readRulebook(before), await readRulebook(after)];
    const names = namesFrom({ rulebook: right, money: amountText, say: sayInEnglish });
    const differences = diffRulebooks(left, right);
    for (const difference of differences) await out.line(differenceSentence(difference, names));
    return differences.length > 0 ? 1 : 0;
  },
};
