import { type Contender, type Figures, middleOf, quantileOf } from "./contender.ts";
import { now, timerCost } from "./timer.ts";

export interface Measuring {
  /** How many different inputs there are; the contenders go through them one after the other. */
  readonly inputs: number;
  /** Each contender once a round, in turning order. */
  readonly rounds?: number;
  /** How long one contender may take in a round, for its batch and its single pieces of work together. */
  readonly roundMs?: number;
}

interface Runner {
  readonly contender: Contender;
  readonly batch: number;
  readonly singles: number;
  /** Slow ones take part in every so many rounds. */
  readonly everyRounds: number;
  readonly averages: Map<number, number>;
  readonly p50s: number[];
  readonly p99s: number[];
  next: number;
  timed: number;
}

/** Fewer than this say nothing of the slowest hundredth. */
const SINGLES_LEAST = 100;
/** So many go before each batch untimed: the turn before was another's, and so is what the processor holds. */
const AGAIN_WARM = 1_000;

/**
 * Measures all contenders in one run: they take turns in every round, so that whatever else the machine does hits all
 * alike, and the order turns, so that none is always the one after the slowest.
 */
export async function measure(
  contenders: readonly Contender[],
  { inputs, rounds = 15, roundMs = 30 }: Measuring,
): Promise<Figures[]> {
  const runners: Runner[] = [];
  for (const contender of contenders) runners.push(await warmUp(contender, inputs, roundMs));
  const cost = timerCost();
  for (let round = 0; round < rounds; round++) {
    for (let turn = 0; turn < runners.length; turn++) {
      const runner = runners[(turn + round) % runners.length] as Runner;
      if (round % runner.everyRounds === 0) await takeTurn(runner, round, inputs, cost);
    }
  }
  if (last === NEVER) throw new Error("a contender answered what none can");
  return runners.map(figuresOf);
}

/** What was worked out last, which is looked at in the end: what nobody looks at, the compiler may leave out. */
let last: unknown;
const NEVER = Symbol("no contender answers this");

async function warmUp(contender: Contender, inputs: number, roundMs: number): Promise<Runner> {
  const { work, isAsync } = contender;
  const started = now();
  let done = 0;
  let latest = 0;
  do {
    const before = now();
    last = isAsync ? await work(done % inputs) : work(done % inputs);
    latest = now() - before;
    done++;
  } while (now() - started < roundMs * 4e6 && done < 1_000_000);
  // Of the slow, the latest call says more than an average with the first, cold ones.
  const each = done < 20 ? latest : (now() - started) / done;
  const fitting = (roundMs * 1e6) / 2 / each;
  return {
    contender,
    batch: Math.max(1, Math.min(100_000, Math.floor(fitting))),
    singles: fitting < SINGLES_LEAST ? 0 : Math.min(10_000, Math.floor(fitting)),
    everyRounds: each > roundMs * 1e6 ? 5 : 1,
    averages: new Map(),
    p50s: [],
    p99s: [],
    next: 0,
    timed: 0,
  };
}

async function takeTurn(runner: Runner, round: number, inputs: number, cost: number): Promise<void> {
  const { contender, batch, singles } = runner;
  const pass = contender.isAsync ? passAwaiting : passOver;
  // What the others left behind is neither collected nor waited for on this one's time.
  globalThis.gc?.();
  await pass(contender.work, runner.next, Math.min(batch, AGAIN_WARM), inputs);
  const started = now();
  await pass(contender.work, runner.next, batch, inputs);
  runner.averages.set(round, Math.max(0, now() - started - cost) / batch);
  if (singles > 0) {
    const times = new Float64Array(singles);
    await pass(contender.work, runner.next + batch, singles, inputs, times);
    const own = times.map((time) => Math.max(0, time - cost));
    runner.p50s.push(quantileOf(own, 0.5));
    runner.p99s.push(quantileOf(own, 0.99));
  }
  runner.next = (runner.next + batch + singles) % inputs;
  runner.timed += batch + singles;
}

/** So many pieces of work, one input after the other; each is timed for itself where there is room for its time. */
function passOver(work: Contender["work"], from: number, count: number, inputs: number, times?: Float64Array): void {
  let input = from % inputs;
  for (let done = 0; done < count; done++) {
    const before = times ? now() : 0;
    last = work(input);
    if (times) times[done] = now() - before;
    if (++input === inputs) input = 0;
  }
}

/** `passOver` for work that answers later: a loop of its own, so that awaiting costs only who needs it. */
async function passAwaiting(
  work: Contender["work"],
  from: number,
  count: number,
  inputs: number,
  times?: Float64Array,
): Promise<void> {
  let input = from % inputs;
  for (let done = 0; done < count; done++) {
    const before = times ? now() : 0;
    last = await work(input);
    if (times) times[done] = now() - before;
    if (++input === inputs) input = 0;
  }
}

function figuresOf({ contender: { name }, averages, p50s, p99s, timed }: Runner): Figures {
  return {
    name,
    median: middleOf([...averages.values()]),
    ...(p50s.length > 0 && { p50: middleOf(p50s), p99: middleOf(p99s) }),
    timed,
    averages,
  };
}
