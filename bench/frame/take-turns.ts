import { type Figures, middleOf } from "./contender.ts";

/** One that tells itself how long it took, as a page does by its own clock. */
export interface Teller {
  readonly name: string;
  /** Does it once and answers in milliseconds, by the name of what took them: the same names every time. */
  readonly run: () => Promise<Readonly<Record<string, number>>>;
}

/**
 * Lets all take turns in every round, in turning order, so that whatever else the machine does hits all alike. The first
 * rounds warm up and are not counted. Answers in nanoseconds, as `measure` does: by teller, then by what took them.
 */
export async function takeTurns(
  tellers: readonly Teller[],
  { rounds, warmUp }: { readonly rounds: number; readonly warmUp: number },
): Promise<ReadonlyMap<string, ReadonlyMap<string, Figures>>> {
  const told = new Map(tellers.map(({ name }) => [name, new Map<string, Map<number, number>>()]));
  for (let round = -warmUp; round < rounds; round++) {
    for (let turn = 0; turn < tellers.length; turn++) {
      const { name, run } = tellers[(turn + round + warmUp) % tellers.length] as Teller;
      const took = await run();
      if (round < 0) continue;
      for (const [what, milliseconds] of Object.entries(took)) {
        const byWhat = told.get(name) as Map<string, Map<number, number>>;
        byWhat.set(what, (byWhat.get(what) ?? new Map()).set(round, milliseconds * 1e6));
      }
    }
  }
  return new Map(
    [...told].map(([name, byWhat]) => [
      name,
      new Map([...byWhat].map(([what, averages]) => [what, figuresOf(`${name}: ${what}`, averages)])),
    ]),
  );
}

function figuresOf(name: string, averages: ReadonlyMap<number, number>): Figures {
  return { name, median: middleOf([...averages.values()]), timed: averages.size, averages };
}
