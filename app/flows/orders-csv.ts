import type { Instant } from "#app/core/values/instant.ts";
import { decimalOf, type Money } from "#app/core/values/money.ts";
import type { OrderRow } from "#app/stores/read-models/orders-screen.ts";

/** What a column holds of an order: text as someone wrote it, or a value of our own making. */
type Cell = { readonly text: string } | string | undefined;

const COLUMNS: Readonly<Record<string, (order: OrderRow) => Cell>> = {
  order: ({ name }) => ({ text: name }),
  order_id: ({ id }) => id,
  placed_at: ({ at }) => iso(at),
  cancelled_at: ({ cancelledAt }) => iso(cancelledAt),
  currency: ({ total }) => total.currency,
  total: ({ total }) => decimalOf(total),
  outcome: ({ outcome }) => outcome,
  page: ({ decided }) => (decided?.kind === "show" ? decided.surface : undefined),
  rule: ({ decided }) => (decided?.kind === "show" ? { text: decided.ruleName } : undefined),
  offered: ({ decided }) => (decided?.kind === "show" ? { text: decided.titles.join("; ") } : undefined),
  offer_price: ({ decided }) => (decided?.kind === "show" ? prices(decided.offerPrices) : undefined),
  seen_at: ({ seenAt }) => iso(seenAt),
  answered_at: ({ answer }) => iso(answer?.at),
  earned: ({ earned }) => decimalOf(earned),
};

/** Spreadsheets know by the mark at the beginning that it is UTF-8. */
export const ORDERS_CSV_HEAD = `\ufeff${Object.keys(COLUMNS).join(",")}\r\n`;

/**
 * One order as a line of CSV (RFC 4180), in the shop's currency and UTC. Names of columns and codes are the same in every
 * language, so that what reads the file need not know the merchant's. What a spreadsheet would take for a formula has an
 * apostrophe before it, inside of a text too where a spreadsheet that parts cells by semicolons or tabs begins a new one.
 * Source: owasp.org/www-community/attacks/CSV_Injection
 */
export function orderCsvLine(order: OrderRow): string {
  const cells = Object.values(COLUMNS).map((column) => column(order));
  return `${cells.map(csvCell).join(",")}\r\n`;
}

function csvCell(cell: Cell): string {
  if (cell === undefined) return "";
  const text = typeof cell === "string" ? cell : harmless(cell.text);
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

function harmless(text: string): string {
  return text.replace(/(^|[;\t\r\n])(\s*)(?=[=+\-@＝＋－＠])/g, "$1$2'");
}

function iso(at: Instant | undefined): string | undefined {
  return at === undefined ? undefined : new Date(at).toISOString();
}

function prices(amounts: readonly Money[]): string {
  return amounts.map(decimalOf).join("; ");
}
