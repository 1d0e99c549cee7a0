// Makes sandbox/catalogue/catalogue.json from a year of a real shop: `node scripts/extract-catalogue.ts CSV.gz`.
import { readFileSync, writeFileSync } from "node:fs";
import { gunzipSync } from "node:zlib";
import type { SandboxProduct } from "#sandbox/catalogue/catalogue.ts";
import { productsFrom, type StockLine } from "#sandbox/catalogue/products-from-lines.ts";

/** Stock lines taken, most-ordered first: the last of them was in about 330 of 19,773 orders. */
const LINES_TAKEN = 430;

const [source] = process.argv.slice(2);
if (!source) {
  console.error("Which file? node scripts/extract-catalogue.ts online-retail-2011.csv.gz");
  process.exit(1);
}
const products = productsFrom(bestSellers(gunzipSync(readFileSync(source)).toString("utf8")));
const target = new URL("../sandbox/catalogue/catalogue.json", import.meta.url);
writeFileSync(target, asJson(products));
console.log(`${products.length} products, ${products.flatMap((each) => each.variants).length} variants`);

interface Tally {
  readonly orders: Set<string>;
  readonly titles: Map<string, number>;
  readonly prices: Map<string, number>;
}

/** Columns: order_id, customer_id, ordered_at, product_id, product_title, quantity, unit_price. */
function bestSellers(csv: string): StockLine[] {
  const tallies = new Map<string, Tally>();
  for (const line of csv.split(/\r?\n/).slice(1)) {
    const [order, , , code, title, , price] = cellsOf(line);
    if (!order || !code || !title || !price) continue;
    const tally = tallies.get(code) ?? { orders: new Set(), titles: new Map(), prices: new Map() };
    tallies.set(code, tally);
    tally.orders.add(order);
    tally.titles.set(title, (tally.titles.get(title) ?? 0) + 1);
    tally.prices.set(price, (tally.prices.get(price) ?? 0) + 1);
  }
  return [...tallies]
    .map(([code, { orders, titles, prices }]) => ({
      code,
      title: usual(titles),
      priceMinor: Math.round(Number(usual(prices)) * 100),
      orders,
    }))
    .sort((one, other) => other.orders.size - one.orders.size || one.code.localeCompare(other.code))
    .slice(0, LINES_TAKEN);
}

function usual(counts: ReadonlyMap<string, number>): string {
  const [most] = [...counts].sort((one, other) => other[1] - one[1] || one[0].localeCompare(other[0]));
  return most?.[0] ?? "";
}

/** RFC 4180 without line breaks inside quotes, which this file has none of. */
function cellsOf(line: string): string[] {
  const cells = [...line.matchAll(/(?:^|,)(?:"((?:[^"]|"")*)"|([^,]*))/g)];
  return cells.map(([, quoted, plain]) => quoted?.replaceAll('""', '"') ?? plain ?? "");
}

/** One product a line, so that a change of one is a change of one line. */
function asJson(products: readonly SandboxProduct[]): string {
  return `[\n${products.map((product) => JSON.stringify(product)).join(",\n")}\n]\n`;
}
