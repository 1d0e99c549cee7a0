import { compile } from "#app/core/decision/compile.ts";
import type { CompiledRule } from "#app/core/decision/compiled-rulebook.ts";
import { decide } from "#app/core/decision/decide.ts";
import type { Decision } from "#app/core/decision/decision.ts";
import { fittest } from "#app/core/decision/fittest.ts";
import type { Rulebook } from "#app/core/rules/rulebook.ts";
import { invariant } from "#app/core/values/invariant.ts";
import { barsOf } from "./decide/bars.ts";
import { bundleSize } from "./decide/bundle-size.ts";
import { compileTime, heapInChild } from "./decide/compile-costs.ts";
import { FLOOR, figuresOf, type Measured, OURS } from "./decide/measured.ts";
import type { Contender } from "./frame/contender.ts";
import { ratioOf } from "./frame/contender.ts";
import { measure } from "./frame/measure.ts";
import { type Bench, rounded } from "./frame/results.ts";
import { duration, table, times } from "./frame/table.ts";
import { floor } from "./peers/floor.ts";
import { jsonLogicJs } from "./peers/json-logic.ts";
import { jsonRulesEngine, jsonRulesEngineForAll } from "./peers/json-rules-engine.ts";
import { mongo2js, mongo2jsForAll } from "./peers/mongo2js.ts";
import type { Winner } from "./peers/peer.ts";
import { plainFacts, plainRule } from "./peers/plain-rule.ts";
import { plainScan } from "./peers/plain-scan.ts";
import { zenEngine } from "./peers/zen-engine.ts";
import { KINDS, type Workload, workloadOf } from "./workloads/workloads.ts";

const SIZES = [10, 100, 1_000, 10_000] as const;
const PURCHASES = 2_000;
/** Best-only, as we are; two of them also as they are used by default, asking every rule and taking the best that fits. */
const PEERS = [mongo2js, jsonLogicJs, zenEngine, jsonRulesEngine, mongo2jsForAll, jsonRulesEngineForAll] as const;

/** So many purchases are answered by everyone before the clock runs, fewer by who takes long; all answers must agree. */
const CHECKED = 500;
const CHECKING_MS = 1_500;

export const bench: Bench = {
  name: "decide",
  summary: "deciding, against a floor, a plain scan and four engines, 10 to 10,000 rules",
  run: async (say) => {
    const measured: Measured[] = [];
    for (const kind of KINDS) {
      for (const size of SIZES) {
        const figures = await measureOne(workloadOf(kind, size, PURCHASES));
        const one = { workload: kind.name, isAdversarial: kind.isAdversarial, size, figures };
        measured.push(one);
        say(`\n${kind.name}, ${size.toLocaleString("en")} rules: ${kind.summary}\n${tableOf(one)}`);
      }
    }
    const costs = { ...compileTime(), ...(await heapInChild()), ...(await bundleSize()) };
    return { bars: barsOf(measured, costs), figures: { costs, decide: measured.map(written) } };
  },
};

async function measureOne(workload: Workload): Promise<Measured["figures"]> {
  const contenders = contendersOf(workload);
  await checkAgreement(contenders, workload.purchases.length);
  return measure(contenders, { inputs: workload.purchases.length });
}

/**
 * Ours first: which rule wins, as every contender answers it. With the offer made (prices, variants, words), which only we
 * do, it stands in a row of its own.
 */
function contendersOf({ rules, catalog, purchases }: Workload): Contender[] {
  const rulebook: Rulebook = { format: 1, rules };
  const compiled = compile(rulebook, 1, catalog);
  const plain = rules.map((rule) => plainRule(rule, catalog.shop.timezone));
  const facts = purchases.map(plainFacts);
  const scan = plainScan(rules, catalog);
  const least = floor(rules);
  const at = <Item>(items: readonly Item[], input: number) => items[input] as Item;
  return [
    { name: OURS, work: (input) => fittest(at(purchases, input), compiled) },
    { name: `${OURS}, offer made`, work: (input) => decide(at(purchases, input), compiled) },
    { name: FLOOR, work: (input) => least(at(purchases, input)) },
    { name: "plain scan", work: (input) => scan(at(purchases, input)) },
    ...PEERS.map(({ name, isAsync, load }): Contender => {
      const ask = load(plain);
      return { name, ...(isAsync && { isAsync }), work: (input) => ask(at(facts, input)) };
    }),
  ];
}

/** Throws when a peer answers otherwise than we do: then it does other work, and its time says nothing. */
async function checkAgreement(contenders: readonly Contender[], purchases: number): Promise<void> {
  const [ours, ...others] = contenders.filter(({ name }) => name !== FLOOR);
  invariant(ours, "we are a contender");
  for (const { name, work } of others) {
    const started = performance.now();
    for (let input = 0; input < Math.min(CHECKED, purchases); input++) {
      if (performance.now() - started > CHECKING_MS && input >= 5) break;
      const expected = winnerIn(ours.work(input));
      const answer = winnerIn(await work(input));
      invariant(answer === expected, `purchase ${input}: ${name} says ${answer}, we say ${expected}`);
    }
  }
}

/** The winning rule of what a contender answers: ours is a rule or a decision, a peer's the rule's id. */
function winnerIn(answer: unknown): Winner {
  const ours = answer as CompiledRule | Decision | string | undefined;
  if (typeof ours !== "object") return ours as Winner;
  if ("rule" in ours) return ours.rule.id;
  return ours.kind === "show" ? ours.offer.rule : undefined;
}

function tableOf(measured: Measured): string {
  const rows = measured.figures.map((one) => [
    one.name,
    times(ratioOf(one, figuresOf(measured, FLOOR))),
    times(ratioOf(one, figuresOf(measured, OURS))),
    duration(one.median),
    duration(one.p50),
    duration(one.p99),
    one.timed.toLocaleString("en"),
  ]);
  return table(["", "of the floor", "of ours", "median", "p50", "p99", "timed"], rows);
}

function written(measured: Measured) {
  return {
    workload: measured.workload,
    rules: measured.size,
    contenders: measured.figures.map((one) => ({
      name: one.name,
      ofFloor: rounded(ratioOf(one, figuresOf(measured, FLOOR))),
      ofOurs: rounded(ratioOf(one, figuresOf(measured, OURS))),
      medianNs: rounded(one.median),
      ...(one.p50 !== undefined && { p50Ns: rounded(one.p50) }),
      ...(one.p99 !== undefined && { p99Ns: rounded(one.p99) }),
      timed: one.timed,
    })),
  };
}
