import type { Output } from "./output.ts";

/** 0: all is well; 1: something was found, a sentence says what; 2: the input or the command line cannot be used. */
export type ExitCode = 0 | 1 | 2;

/** One command of `encore`. */
export interface Command {
  /** What is typed for it, ["rules", "validate"]. */
  readonly words: readonly string[];
  /** What follows the words: "RULEBOOK.json". */
  readonly parameters: string;
  /** One line for the list of commands. */
  readonly summary: string;
  /** What `--help` says below the usage; says what each exit code means. */
  readonly help: string;
  readonly run: (typed: readonly string[], io: Io) => Promise<ExitCode>;
}

/** Where a command writes: results only on `out`, everything about them through `complain`. */
export interface Io {
  readonly out: Output;
  readonly complain: (sentence: string) => void;
  /** The moment meant where neither the command line nor the input names one. */
  readonly now: () => number;
}

/** The input or the command line cannot be used: each sentence goes to stderr, the exit code is 2. */
export class Unusable extends Error {
  override readonly name = "Unusable";
  readonly sentences: readonly string[];

  constructor(...sentences: readonly string[]) {
    super(sentences.join("\n"));
    this.sentences = sentences;
  }
}
