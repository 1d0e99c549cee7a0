import type { ExportTold } from "#app/stores/read-models/exports-screen.ts";
import type { OrdersScreen } from "#app/stores/read-models/orders-screen.ts";
import type { OrdersFilter } from "./orders-address.ts";

export type { OrderRow } from "#app/stores/read-models/orders-screen.ts";

/** A page of orders, newest first, and what it was asked for by. */
export interface OrdersPageData extends OrdersScreen {
  readonly filter: OrdersFilter;
  /** How the shop's files stand. */
  readonly exports: readonly ExportTold[];
}

/** A rule to filter by. */
export interface NamedRule {
  readonly id: string;
  readonly name: string;
}
