import { cursorAt, DEEP_PAGE, FIRST_PAGE, orderPageTellers } from "./admin/order-pages.ts";
import { ORDERS, openAdminStage, RULES } from "./admin/stage.ts";
import { type ScreenFigures, visitAll } from "./admin/visits.ts";
import type { Bar } from "./frame/bar.ts";
import { type Figures, ratioOf } from "./frame/contender.ts";
import type { Bench, BenchResults } from "./frame/results.ts";
import { figure, table } from "./frame/table.ts";
import { takeTurns } from "./frame/take-turns.ts";

const ROUNDS = 5;

const NOTES = [
  `The demo shop with ${RULES} rules and ${ORDERS} orders, the whole product on this machine: app, database, Shopify's stand-in and the browser share its cores.`,
  "Measured by web-vitals inside the app's own frame, from the frame's navigation on. Cold: a browser that has loaded nothing yet; warm: the same browser's second visit.",
  "Every visit begins with nothing left unsaved: the banner that offers back what was moves an editor's page by 0.08.",
  "Interactions are those of bench/admin/screens.ts; of a visit the slowest counts.",
  "Scripts are ours as they travelled, compressed, on a cold visit: without App Bridge and the preview's bundles.",
];

export const bench: Bench = {
  name: "admin",
  summary: "every screen of the admin with 300 rules and 100,000 orders: paint, shift, answers to input, bytes",
  run: async (say) => {
    const stage = await openAdminStage(say);
    try {
      const screens = await visitAll(stage, ROUNDS);
      say(`\n${screenTable(screens)}`);
      const tellers = orderPageTellers(stage, { after: await cursorAt(stage, ORDERS - 10_000) });
      const pages = await takeTurns(tellers, { rounds: 200, warmUp: 20 });
      const ratio = ratioOf(queryOf(pages, DEEP_PAGE), queryOf(pages, FIRST_PAGE));
      const queries = [FIRST_PAGE, DEEP_PAGE].map((name) => ({ name, ms: queryOf(pages, name).median / 1e6 }));
      say(
        `\n${table(
          ["query", "median"],
          queries.map(({ name, ms }) => [name, `${figure(ms)} ms`]),
        )}`,
      );
      return {
        bars: [
          ...screens.flatMap(barsOf),
          { what: "orders: deep page to first page", measured: ratio, atMost: 2, unit: "×" },
        ],
        figures: { notes: NOTES, rounds: ROUNDS, rules: RULES, orders: ORDERS, screens, queries },
      } satisfies BenchResults;
    } finally {
      await stage.close();
    }
  },
};

function queryOf(pages: ReadonlyMap<string, ReadonlyMap<string, Figures>>, name: string): Figures {
  const figures = pages.get(name)?.get("query");
  if (!figures) throw new Error(`${name} was not asked for`);
  return figures;
}

function barsOf({ name, coldLcp, warmLcp, cls, inp, scriptBytes }: ScreenFigures): Bar[] {
  return [
    { what: `${name}: LCP, cold`, measured: coldLcp.median, atMost: 2_500, unit: "ms" },
    { what: `${name}: LCP, warm`, measured: warmLcp.median, atMost: 1_000, unit: "ms" },
    { what: `${name}: CLS`, measured: cls.worst, atMost: 0.05, unit: "" },
    { what: `${name}: INP`, measured: inp.median, atMost: 100, unit: "ms" },
    { what: `${name}: our scripts`, measured: scriptBytes / 1_000, atMost: 200, unit: "KB" },
  ];
}

function screenTable(screens: readonly ScreenFigures[]): string {
  const spread = ({ median, worst }: { readonly median: number; readonly worst: number }) =>
    `${figure(median)} (${figure(worst)})`;
  return table(
    ["screen: median (worst)", "LCP cold, ms", "LCP warm, ms", "CLS", "INP, ms", "scripts, KB"],
    screens.map(({ name, coldLcp, warmLcp, cls, inp, scriptBytes }) => [
      name,
      spread(coldLcp),
      spread(warmLcp),
      spread(cls),
      spread(inp),
      figure(scriptBytes / 1_000),
    ]),
  );
}
