import type { SandboxProduct, SandboxVariant } from "./catalogue.ts";
import { placeOf } from "./product-lines.ts";
import { handleOf, readableTitle } from "./readable-title.ts";
import { numberFrom } from "./seeded.ts";
import { shelfOf } from "./shelves.ts";

/** A stock line as the year's orders tell it; `orders` are the ids of the orders that had it. */
export interface StockLine {
  readonly code: string;
  /** As the wholesaler wrote it, in capitals. */
  readonly title: string;
  /** The usual price in pence. */
  readonly priceMinor: number;
  readonly orders: ReadonlySet<string>;
}

interface Placed extends StockLine {
  readonly readable: string;
  readonly choice?: { readonly name: string; readonly value: string };
}

const VENDOR = "Penny & Plum";

/** The products these lines make, best sellers first. The same lines give the same products, ids and stock included. */
export function productsFrom(lines: readonly StockLine[]): SandboxProduct[] {
  const grouped = new Map<string, Placed[]>();
  for (const line of lines) {
    const readable = readableTitle(line.title);
    const base = line.code.slice(0, 5);
    const sisters = lines.filter(({ code }) => code.slice(0, 5) === base).map(({ title }) => readableTitle(title));
    const { product, choice } = placeOf(line.code, readable, sisters);
    const placed: Placed = choice ? { ...line, readable, choice } : { ...line, readable };
    grouped.set(product, [...(grouped.get(product) ?? []), placed]);
  }
  return [...grouped]
    .map(([title, placed]) => ({ title, placed, orders: new Set(placed.flatMap(({ orders }) => [...orders])).size }))
    .sort((one, other) => other.orders - one.orders || one.title.localeCompare(other.title))
    .map(({ title, placed, orders }, index) => productOf(title, placed, orders, index + 1));
}

function productOf(title: string, placed: readonly Placed[], orders: number, rank: number): SandboxProduct {
  const handle = handleOf(title);
  const type = shelfOf(title);
  const [first] = placed;
  const choice = placed.length > 1 ? first?.choice : undefined;
  const name = choice || !first ? title : first.readable;
  return {
    id: 8_040_000_000_000 + numberFrom(`product ${handle}`, 9_999_999_999),
    title: name,
    handle: handleOf(name),
    type,
    vendor: VENDOR,
    tags: tagsOf(placed),
    description: describe(name, placed, orders, rank),
    picture: `/pictures/${handleOf(name)}.svg`,
    options: choice ? [{ name: choice.name, values: placed.map((line) => line.choice?.value ?? line.readable) }] : [],
    variants: placed.map((line) => variantOf(line, rank, choice?.name)),
    bestSellerRank: rank,
  };
}

function variantOf(line: Placed, rank: number, optionName: string | undefined): SandboxVariant {
  const id = 44_100_000_000_000 + numberFrom(`variant ${line.code}`, 99_999_999_999);
  const value = line.choice?.value ?? line.readable;
  return {
    id,
    title: optionName ? value : "Default Title",
    options: optionName ? [{ name: optionName, value }] : [],
    priceMinor: line.priceMinor,
    stock: stockOf(line.code, rank),
    sku: line.code,
    inventoryItemId: 46_200_000_000_000 + numberFrom(`inventory ${line.code}`, 99_999_999_999),
    taxable: true,
    requiresShipping: true,
  };
}

/** 12 to 180 pieces; past the first hundred products one line in thirty is sold out and one in twelve nearly. */
function stockOf(code: string, rank: number): number {
  const drawn = numberFrom(`stock ${code}`, 168);
  if (rank > 100 && drawn % 30 === 7) return 0;
  if (rank > 100 && drawn % 12 === 5) return 1 + (drawn % 3);
  return 12 + drawn;
}

const TAG_WORDS =
  /retrospot|polkadot|regency|vintage|paisley|woodland|spaceboy|suki|dolly girl|skull|union (?:flag|jack)|pantry|christmas|heart|doily|baroque|strawberry|apples?|london|keep calm|felt ?craft|wicker|enamel|zinc|slate|ceramic|wooden/gi;

function tagsOf(placed: readonly Placed[]): string[] {
  const words = placed.flatMap(({ readable }) => readable.toLowerCase().match(TAG_WORDS) ?? []);
  return [...new Set(words)].slice(0, 6);
}

function describe(name: string, placed: readonly Placed[], orders: number, rank: number): string {
  const count = orders.toLocaleString("en-GB");
  const choices = placed.length > 1 ? ` Comes in ${spelled(placed.length)}: ${listed(placed)}.` : "";
  const pieces = /\b(?:Set|Pack|Box) of (\d+)\b/.exec(name)?.[1];
  const content = pieces ? ` The price is for all ${pieces} pieces.` : " The price is for one.";
  return `Number ${rank} of our best sellers: in ${count} of a year's orders.${choices}${content}`;
}

function listed(placed: readonly Placed[]): string {
  const values = placed.map(({ choice, readable }) => (choice?.value ?? readable).toLowerCase());
  return `${values.slice(0, -1).join(", ")} and ${values.at(-1)}`;
}

function spelled(count: number): string {
  const words = ["none", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine"];
  return words[count] ?? String(count);
}
