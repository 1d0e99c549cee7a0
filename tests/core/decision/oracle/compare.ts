import { compile } from "#app/core/decision/compile.ts";
import { decide } from "#app/core/decision/decide.ts";
import type { Decision } from "#app/core/decision/decision.ts";
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
    const { kind, differs } = compared(question);
    if (differs !== undefined) return { shown, disagreement: told(shrunk(question)) };
    if (kind === "show") shown++;
  }
  return { shown };
}

/** What the engine decides, and what the oracle says differently; an engine that throws differs. */
function compared({ facts, rulebook, catalog, uses }: Generated): {
  kind?: Decision["kind"];
  differs: string | undefined;
} {
  try {
    const decision = decide(facts, compile(rulebook, 1, catalog), uses);
    return { kind: decision.kind, differs: disagreement(decision, judge(facts, rulebook, catalog, uses)) };
  } catch (error) {
    return { differs: error instanceof Error ? (error.stack ?? error.message) : String(error) };
  }
}

/** The question without the rules and lines that the disagreement does not need. */
function shrunk(question: Generated): Generated {
  for (const smaller of smallerThan(question)) {
    if (compared(smaller).differs !== undefined) return shrunk(smaller);
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
    `question ${number}: ${compared(question).differs}`,
    `rulebook ${JSON.stringify(rulebook)}`,
    `facts ${JSON.stringify(facts)}`,
    `uses ${JSON.stringify([...uses.values()])}`,
    `the shop is generated(${number}).catalog`,
  ].join("\n");
}
