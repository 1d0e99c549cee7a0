import type { ExportKind } from "#app/core/values/export-kind.ts";
import type { Tenant } from "#app/stores/database.ts";
import { countKeptRows, type KeptRowsCursor, loadKeptRows } from "#app/stores/kept-rows.ts";
import { loadOrdersScreen } from "#app/stores/read-models/orders-screen.ts";
import { ORDERS_CSV_HEAD, orderCsvLine } from "./orders-csv.ts";

/** How a kind of file is read from the database. */
interface ExportedPages {
  /** How many rows there are now. */
  count(tenant: Tenant): Promise<number>;
  /** The page at `cursor`, which is what the page before it gave as `next`; the first one for undefined. */
  page(
    tenant: Tenant,
    cursor: unknown,
  ): Promise<{ readonly text: string; readonly rows: number; readonly next: unknown }>;
}

/** A page is read and kept in one transaction, which may take ten seconds on a busy machine: it takes a tenth of one. */
const ORDERS_AT_ONCE = 500;
/** Fewer: the evidence of a decision can be long. */
const ROWS_AT_ONCE = 250;

export const exportedPages: Readonly<Record<ExportKind, ExportedPages>> = {
  /** The newest first: an order that arrives meanwhile is not in the file. */
  orders: {
    count: ({ db, shop }) => db.order.count({ where: { shop } }),
    page: async (tenant, cursor) => {
      const after = typeof cursor === "string" ? { after: cursor } : {};
      const { orders, next } = await loadOrdersScreen(tenant, { ...after, limit: ORDERS_AT_ONCE });
      const head = cursor === undefined ? ORDERS_CSV_HEAD : "";
      return { text: head + orders.map(orderCsvLine).join(""), rows: orders.length, next };
    },
  },
  everything: {
    count: countKeptRows,
    page: async (tenant, cursor) => {
      const { lines, next } = await loadKeptRows(tenant, cursor as KeptRowsCursor | undefined, ROWS_AT_ONCE);
      return { text: lines.map((line) => `${line}\n`).join(""), rows: lines.length, next };
    },
  },
};
