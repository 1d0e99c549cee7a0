import { availableParallelism, loadavg } from "node:os";
import { quantileOf, ratioOf } from "./frame/contender.ts";
import { type Bench, type BenchResults, rounded } from "./frame/results.ts";
import { duration, figure, table, times } from "./frame/table.ts";
import { takeTurns } from "./frame/take-turns.ts";
import { barsOf } from "./surfaces/bars.ts";
import { blockTellers } from "./surfaces/blocks.ts";
import { cartTellers } from "./surfaces/cart.ts";
import { type Measured, measuredFrom } from "./surfaces/measures.ts";
import { postPurchaseTellers } from "./surfaces/post-purchase.ts";
import { fullScene, weightOf } from "./surfaces/scenes.ts";
import { type Size, sizes } from "./surfaces/sizes.ts";
import { openBenchStage } from "./surfaces/stage.ts";

const ROUNDS = 40;
const WARM_UP = 3;
/** Waiting for a core each, from which on others take part in what is measured. */
const BUSY_PER_CORE = 1.5;

/** What a reader of the figures has to know of how they came about. */
const NOTES = [
  "One headless Chromium and one tab: all take turns in every round, each on a page that was loaded anew for it.",
  "A first paint is counted from the call of the extension, its bundle loaded and evaluated; fromMounting also has the start of its worker and the bundle's evaluation.",
  "Host, app, storefront and checkout are this machine's and answer at once: no network, no time of Shopify's own is in any figure.",
  "A click is counted from the browser's own time stamp of the event to the frame after the one that shows the answer; frames come every 16.7 ms and are in the floors too.",
  "The page's clock counts in steps of 0.1 ms.",
  "Ratios are the middle of the rounds' ratios to the floor of the same round.",
];

export const bench: Bench = {
  name: "surfaces",
  summary: "every extension's size, first paint and answers to clicks, against the least that could stand there",
  run: async (say) => {
    const stage = await openBenchStage();
    const [blocks, cart, postPurchase] = [
      await blockTellers(stage),
      await cartTellers(stage),
      await postPurchaseTellers(stage),
    ];
    try {
      const weights = await sizes(stage);
      say(`\n${sizeTable(weights)}`);
      const loadBefore = loadavg();
      const tellers = [...blocks.tellers, ...cart.tellers, ...postPurchase.tellers];
      const figures = await takeTurns(tellers, { rounds: ROUNDS, warmUp: WARM_UP });
      const measured = measuredFrom(figures);
      say(`\n${timeTable(measured)}`);
      const loadAfter = loadavg();
      // Of the last minute, our own browser included.
      const wasBusy = Math.max(loadBefore[0] ?? 0, loadAfter[0] ?? 0) > BUSY_PER_CORE * availableParallelism();
      if (wasBusy) say("\nThe machine was busy with other work: times are longer than they need be, ratios say more.");
      return {
        bars: barsOf(weights, measured),
        figures: {
          notes: NOTES,
          rounds: ROUNDS,
          browser: stage.browserVersion,
          load: { before: loadBefore.map(rounded), after: loadAfter.map(rounded), wasBusy },
          fullMetafield: weightOf(fullScene()),
          sizes: weights,
          times: measured.map(written),
        },
      } satisfies BenchResults;
    } finally {
      await Promise.all([blocks.close(), cart.close(), postPurchase.close(), stage.close()]);
    }
  },
};

function sizeTable(weights: readonly Size[]): string {
  const rows = weights.map(({ name, deflate, brotli, original, atMost }) => [
    name,
    figure(deflate),
    figure(brotli),
    figure(original),
    figure(atMost),
  ]);
  return table(["bytes", "deflate", "brotli", "minified", "promised"], rows);
}

function timeTable(measured: readonly Measured[]): string {
  const rows = measured.map(({ who, what, figures, least, atMostMs }) => [
    `${who}: ${what}`,
    least ? times(ratioOf(figures, least)) : "–",
    duration(figures.median),
    duration(slowest(figures)),
    duration(least?.median),
    atMostMs === undefined ? "–" : `${atMostMs} ms`,
    String(figures.timed),
  ]);
  return table(["", "of the floor", "median", "p95", "floor", "promised", "timed"], rows);
}

function slowest({ averages }: Measured["figures"]): number {
  return quantileOf([...averages.values()], 0.95);
}

function written({ who, what, floor, figures, least }: Measured) {
  return {
    who,
    what,
    ...(floor && least && { ofFloor: rounded(ratioOf(figures, least)), floor: floor.who }),
    medianMs: rounded(figures.median / 1e6),
    p95Ms: rounded(slowest(figures) / 1e6),
    ...(least && { floorMs: rounded(least.median / 1e6) }),
    timed: figures.timed,
  };
}
