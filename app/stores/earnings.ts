import type { Earning as EarningRow } from "@prisma/client";
import type { EarningEntry } from "#app/core/attribution/attribution.ts";
import type { Surface } from "#app/core/facts/facts.ts";
import type { OrderId, OrderLineId, RuleId } from "#app/core/values/ids.ts";
import type { Tenant } from "./database.ts";
import { storedMoney } from "./stored-json.ts";

/** The ledger's entries for an order, oldest first. */
export async function loadEarnings(tenant: Tenant, order: OrderId): Promise<EarningEntry[]> {
  const rows = await tenant.db.earning.findMany({
    where: { shop: tenant.shop, order },
    orderBy: [{ at: "asc" }, { line: "asc" }, { kind: "asc" }, { source: "asc" }],
  });
  return rows.map(earningOf);
}

/** How many were booked: an entry of the same order, line, kind and source is there already, and stays as it is. */
export async function appendEarnings(tenant: Tenant, entries: readonly EarningEntry[]): Promise<number> {
  const { count } = await tenant.db.earning.createMany({
    data: entries.map(({ amount, at, ...entry }) => ({
      shop: tenant.shop,
      ...entry,
      amountMinor: BigInt(amount.minor),
      currency: amount.currency,
      at: new Date(at),
    })),
    skipDuplicates: true,
  });
  return count;
}

function earningOf(row: EarningRow): EarningEntry {
  return {
    order: row.order as OrderId,
    line: row.line as OrderLineId,
    kind: row.kind as EarningEntry["kind"],
    source: row.source,
    surface: row.surface as Surface,
    rule: row.rule as RuleId,
    step: row.step,
    amount: storedMoney(row.amountMinor, row.currency),
    at: row.at.getTime(),
  };
}
