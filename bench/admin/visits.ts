import { middleOf } from "../frame/contender.ts";
import { SCREENS, type Screen } from "./screens.ts";
import type { AdminStage, Tab } from "./stage.ts";

/** Of one screen over all rounds: the middle, and the worst. Milliseconds; `cls` has no unit; `scriptBytes` as they travelled. */
export interface ScreenFigures {
  readonly name: string;
  readonly coldLcp: Spread;
  readonly warmLcp: Spread;
  readonly cls: Spread;
  /** Of a visit its slowest interaction; 0 where none took the 16 ms that the browser tells from. */
  readonly inp: Spread;
  readonly scriptBytes: number;
}

interface Spread {
  readonly median: number;
  readonly worst: number;
}

interface Visit {
  readonly lcp: number;
  readonly cls: number;
  readonly inp: number;
  readonly scriptBytes: number;
}

/** All screens take turns in every round: each as by a browser that has nothing yet, then by one that was there before. */
export async function visitAll(stage: AdminStage, rounds: number): Promise<ScreenFigures[]> {
  const visits = new Map(SCREENS.map(({ name }) => [name, { cold: [] as Visit[], warm: [] as Visit[] }]));
  for (let round = 0; round < rounds; round++) {
    for (const screen of SCREENS) {
      const tab = await stage.newTab();
      const kept = visits.get(screen.name);
      kept?.cold.push(await visit(tab, screen));
      kept?.warm.push(await visit(tab, screen));
      await tab.close();
    }
  }
  return [...visits].map(([name, { cold, warm }]) => ({
    name,
    coldLcp: spreadOf(cold.map(({ lcp }) => lcp)),
    warmLcp: spreadOf(warm.map(({ lcp }) => lcp)),
    cls: spreadOf([...cold, ...warm].map(({ cls }) => cls)),
    inp: spreadOf([...cold, ...warm].map(({ inp }) => inp)),
    scriptBytes: Math.max(...cold.map(({ scriptBytes }) => scriptBytes)),
  }));
}

async function visit(tab: Tab, { name, path, act }: Screen): Promise<Visit> {
  const frame = await tab.open(path);
  await act(frame, tab.page);
  await tab.isIdle(frame);
  const { lcp, cls = 0, inp = 0 } = await tab.vitals(frame);
  if (lcp === undefined) throw new Error(`nothing was painted of ${name}`);
  return { lcp, cls, inp, scriptBytes: tab.scriptBytes() };
}

const spreadOf = (values: readonly number[]): Spread => ({ median: middleOf(values), worst: Math.max(...values) });
