import { compile } from "#app/core/decision/compile.ts";
import { decide } from "#app/core/decision/decide.ts";
import { type Generated, generated } from "../generated.ts";
import { judge } from "../oracle.ts";
import { disagreement } from "./agreement.ts";

interface Compared {
  /** How many decisions showed an offer. */
  readonly shown: number;
  /** The first question on which engine and oracle differ, made as small as it goes, ready to be read. */
  readonly disagreement?: string;
}

export function firstDisagreement({ from, to }: { readonly from: number; readonly to: number }): Compared {
  let shown = 0;
  for (let number = from; number < to; number++) {
    const question = generated(number);
    if (differs(question) !== undefined) return { shown, disagreement: told(shrunk(question)) };
    if (decideIt(question).kind === "show") shown++;
  }
  return { shown };
}

function decideIt({ facts, rulebook, catalog, uses }: Generated) {
  return decide(facts, compile(rulebook, 1, catalog), uses);
}

/** What engine and oracle say differently, an engine that throws included; undefined when they agree. */
function differs(question: Generated): string | undefined {
  const { facts, rulebook, catalog, uses } = question;
  try {
    return disagreement(decideIt(question), judge(facts, rulebook, catalog, uses));
  } catch (error) {
    return error instanceof Error ? (error.stack ?? error.message) : String(error);
  }
}

/** The question without the rules and lines that the disagreement does not need. */
function shrunk(question: Generated): Generated {
  for (const smaller of smallerThan(question)) {
    if (differs(smaller) !== undefined) return shrunk(smaller);
  }
  return question;
}

function smallerThan({ rulebook, facts, ...rest }: Generated): Generated[] {
  const withoutRules = rulebook.rules.map((_, index) => ({
    ...rest,
    facts,
    rulebook: { ...rulebook, rules: rulebook.rules.toSpliced(index, 1) },
  }));
  const withoutLines = facts.lines.map((_, index) => ({
    ...rest,
    rulebook,
    facts: { ...facts, lines: facts.lines.toSpliced(index, 1) },
  }));
  return [...withoutRules, ...withoutLines];
}

function told(question: Generated): string {
  const { number, facts, rulebook, uses } = question;
  return [
    `question ${number}: ${differs(question)}`,
    `rulebook ${JSON.stringify(rulebook)}`,
    `facts ${JSON.stringify(facts)}`,
    `uses ${JSON.stringify([...uses.values()])}`,
    `the shop is generated(${number}).catalog`,
  ].join("\n");
}
