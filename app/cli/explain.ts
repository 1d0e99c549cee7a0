import { parseArgs } from "node:util";
import { catalogOf } from "#app/core/catalog/catalog.ts";
import type { Decision, Explanation } from "#app/core/decision/decision.ts";
import {
  type BundledDecision,
  type BundledEvent,
  differencesFrom,
  type EvidenceBundle,
  readEvidenceBundle,
} from "#app/core/decision/evidence-bundle.ts";
import { explainEvidence } from "#app/core/decision/evidence-of.ts";
import { explainStep, type StepOfPath } from "#app/core/decision/explain-step.ts";
import { whyNothing } from "#app/core/decision/nothing.words.ts";
import { sentenceOf, triedSentence, verdictLines } from "#app/core/decision/words.ts";
import { namesFrom, type ShopNames } from "#app/core/rules/names.ts";
import type { JsonDifference } from "#app/core/values/json-differences.ts";
import { sayInEnglish } from "#app/locales/english.ts";
import { type Command, Unusable } from "./command.ts";
import { amountText } from "./money-text.ts";
import { problemLine, readDocument } from "./read-document.ts";

export const explainCommand: Command = {
  words: ["explain"],
  parameters: "BUNDLE.json",
  summary: "decides an order's kept evidence again and says why it was shown what it was",
  help: `Takes an order's evidence as the admin's Orders page downloads it, decides it again, and tells each rule's fate, each
condition with the value it saw, and what would have had to be otherwise.

Exit codes: 0 it is decided as it was · 1 it is decided otherwise now, the differences are printed · 2 this is no evidence
that can be used.`,
  run: async (typed, { out }) => {
    const { positionals } = parseArgs({ args: [...typed], allowPositionals: true });
    const [path] = positionals;
    if (path === undefined || positionals.length > 1) throw new Unusable("Name one bundle of evidence. See --help.");
    const read = readEvidenceBundle(await readDocument(path));
    if (read.kind === "invalid") {
      throw new Unusable(
        `${path} is no evidence that can be used:`,
        ...read.problems.map((one) => `  ${problemLine(one)}`),
      );
    }
    const told = read.bundle.decisions.map((bundled) => toldOrUnusable(path, bundled));
    await out.line(headingOf(read.bundle));
    for (const { lines } of told) await out.line(["", ...lines].join("\n"));
    if (read.bundle.events.length > 0)
      await out.line(["", "What happened:", ...read.bundle.events.map(eventLine)].join("\n"));
    return told.some(({ differs }) => differs) ? 1 : 0;
  },
};

/** Evidence whose parts do not go together (amounts of two currencies, say) is found out only by deciding. */
function toldOrUnusable(path: string, bundled: BundledDecision): ReturnType<typeof decisionTold> {
  try {
    return decisionTold(bundled);
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error);
    throw new Unusable(`${path}: decision ${bundled.id} cannot be decided again: ${why}.`);
  }
}

function headingOf({ shop, order, decisions }: EvidenceBundle): string {
  const what = order ? `Order ${order.name ?? order.reference} of ${shop}` : shop;
  return `${what}: ${decisions.length} decision${decisions.length === 1 ? "" : "s"}.`;
}

function decisionTold(bundled: BundledDecision) {
  const { id, at, version, rulebook, evidence, decision, step } = bundled;
  if (step) return stepTold(bundled, step);
  const explanation = explainEvidence(evidence, rulebook, version);
  const catalog = catalogOf(evidence.shop, evidence.products, evidence.collections);
  const names = namesFrom({ catalog, rulebook, money: amountText, say: sayInEnglish });
  const differences = differencesFrom(decision, explanation);
  return {
    differs: differences.length > 0,
    lines: [
      `${momentText(at)}, ${evidence.facts.surface}, rulebook version ${version} (decision ${id})`,
      ...answerLines(explanation.decision),
      ...rulesTold(explanation, names),
      ...comparisonLines(differences),
    ],
  };
}

/** What followed an answer: no rule was asked again, only the guards were. */
function stepTold({ id, at, version, rulebook, evidence, decision }: BundledDecision, step: StepOfPath) {
  const explanation = explainStep(evidence, rulebook, version, step);
  const catalog = catalogOf(evidence.shop, evidence.products, evidence.collections);
  const names = namesFrom({ catalog, rulebook, money: amountText, say: sayInEnglish });
  const answers = step.after.join(", then ");
  const differences = explanation ? differencesFrom(decision, explanation) : [];
  return {
    differs: !explanation || differences.length > 0,
    lines: [
      `${momentText(at)}, after it was ${answers}, rulebook version ${version} (decision ${id})`,
      ...(explanation
        ? [
            ...answerLines(explanation.decision),
            ...(explanation.limit ? [`  ${triedSentence({ guard: explanation.limit }, names)}`] : []),
            ...explanation.tried.map((tried) => `  ${triedSentence(tried, names)}`),
            ...comparisonLines(differences),
          ]
        : [`Version ${version} of the rules has no such step of "${names.rule(step.rule)}".`]),
    ],
  };
}

function comparisonLines(differences: readonly JsonDifference[]): string[] {
  return differences.length > 0
    ? ["This is not what was decided then:", ...differences.map(differenceLine)]
    : ["Decided again from its evidence: the same."];
}

function answerLines(decision: Decision): string[] {
  if (decision.kind === "nothing") return [`Shows nothing. ${whyNothing(decision.reason, sayInEnglish)}`];
  const { offer } = decision;
  const prices = offer.products.flatMap(({ title, variants, pieces }) =>
    variants.map(
      ({ title: variant, price, offerPrice }) =>
        `  ${pieces > 1 ? `${pieces} × ` : ""}${title}${variant === "Default Title" ? "" : ` (${variant})`}: ` +
        `${amountText(offerPrice)}${offerPrice.minor === price.minor ? "" : ` instead of ${amountText(price)}`}`,
    ),
  );
  return [`Shows the offer of "${offer.ruleName}":`, ...prices];
}

function rulesTold({ verdicts }: Explanation, names: ShopNames): string[] {
  return verdicts.flatMap((verdict) => [
    `- ${sentenceOf(verdict, verdicts, names)}`,
    ...verdictLines(verdict, verdicts, names).map((line) => `    ${line}`),
  ]);
}

function differenceLine({ path, left, right }: JsonDifference): string {
  const side = (value: unknown) => (value === undefined ? "nothing" : JSON.stringify(value));
  return `  ${path === "" ? "(the whole)" : path}: ${side(left)} then, ${side(right)} now`;
}

function eventLine({ at, kind, detail }: BundledEvent): string {
  return `  ${momentText(at)}  ${kind}${detail === undefined ? "" : ` ${JSON.stringify(detail)}`}`;
}

/** In UTC, so that it reads the same anywhere. */
function momentText(at: number): string {
  return new Date(at)
    .toISOString()
    .replace("T", " ")
    .replace(/\.\d+Z$/, " UTC");
}
