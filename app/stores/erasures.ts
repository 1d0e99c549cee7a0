import { Prisma } from "@prisma/client";
import type { Instant } from "#app/core/values/instant.ts";
import type { Tenant } from "./database.ts";

/** What is kept of orders and shoppers, in the order in which it goes, and what of it was before a moment. */
const ERASED: readonly { readonly table: string; readonly isBefore: (before: Date) => Prisma.Sql }[] = [
  // First the orders: what became of one is then not made anew for each decision that goes.
  { table: "orders", isBefore: (before) => Prisma.sql`created_at < ${before}` },
  {
    table: "earnings",
    isBefore: () =>
      Prisma.sql`not exists (select from orders where orders.shop = t.shop and orders.order_id = t.order_id)`,
  },
  { table: "decisions", isBefore: (before) => Prisma.sql`asked_at < ${before}` },
  { table: "acceptances", isBefore: (before) => Prisma.sql`accepted_at < ${before}` },
  { table: "shopper_events", isBefore: (before) => Prisma.sql`at < ${before}` },
  { table: "offer_codes", isBefore: (before) => Prisma.sql`valid_until < ${before}` },
  { table: "webhook_events", isBefore: (before) => Prisma.sql`received_at < ${before}` },
  // Of no purchase that is under way: they are read from Shopify again when they are needed.
  { table: "customer_orders", isBefore: () => Prisma.sql`true` },
  { table: "customer_histories", isBefore: () => Prisma.sql`true` },
];

/** Begins to erase what was before a moment. False, and nothing happens, while an erasure is under way. */
export async function beginErasure(
  tenant: Tenant,
  {
    run,
    before,
    by,
    now,
  }: { readonly run: string; readonly before: Instant; readonly by: string; readonly now: Instant },
): Promise<boolean> {
  const { db, shop } = tenant;
  const rows = await countErased(tenant, new Date(before));
  const begun = await db.$executeRaw`
    insert into erasures as kept (shop, run, state, before, rows_total, asked_by, asked_at)
    values (${shop}, ${run}, 'under-way', ${new Date(before)}, ${rows}, ${by}, ${new Date(now)})
    on conflict (shop) do update set run = excluded.run, state = excluded.state, before = excluded.before, rows_done = 0,
      rows_total = excluded.rows_total, asked_by = excluded.asked_by, asked_at = excluded.asked_at, ended_at = null
    where kept.state <> 'under-way'`;
  return begun === 1;
}

async function countErased({ db, shop }: Tenant, before: Date): Promise<number> {
  const counts = ERASED.map(
    ({ table, isBefore }) =>
      Prisma.sql`(select count(*) from ${Prisma.raw(table)} t where shop = ${shop} and ${isBefore(before)})`,
  );
  const [row] = await db.$queryRaw<{ rows: number }[]>`select (${Prisma.join(counts, " + ")})::int as rows`;
  return row?.rows ?? 0;
}

/**
 * Deletes at most so many rows of what is left, and notes it. "not-mine" when this run is done, stopped or replaced; "done"
 * when nothing is left. Of one table at a time: who holds orders must not wait for whoever tells of one of them.
 */
export async function eraseSome(
  tenant: Tenant,
  run: string,
  { limit, now }: { readonly limit: number; readonly now: Instant },
): Promise<"goes-on" | "done" | "not-mine"> {
  const { db, shop } = tenant;
  const [kept] = await db.$queryRaw<{ before: Date }[]>`
    select before from erasures where shop = ${shop} and run = ${run} and state = 'under-way' for update`;
  if (!kept) return "not-mine";
  let erased = 0;
  for (const { table, isBefore } of ERASED) {
    const name = Prisma.raw(table);
    erased = await db.$executeRaw`
      delete from ${name} where shop = ${shop} and ctid = any(array(
        select t.ctid from ${name} t where shop = ${shop} and ${isBefore(kept.before)} limit ${limit}))`;
    if (erased > 0) break;
  }
  // What was being changed as it was to be deleted is still there.
  const isDone = erased === 0 && (await countErased(tenant, kept.before)) === 0;
  await db.$executeRaw`
    update erasures set rows_done = rows_done + ${erased}, state = ${isDone ? "done" : "under-way"},
      ended_at = ${isDone ? new Date(now) : null}
    where shop = ${shop}`;
  return isDone ? "done" : "goes-on";
}

/** What is not erased yet stays. False when there is no such run under way. */
export async function stopErasure({ db, shop }: Tenant, run: string): Promise<boolean> {
  const stopped = await db.erasure.deleteMany({ where: { shop, run, state: "under-way" } });
  return stopped.count > 0;
}

/** It could not go on. Nothing happens when the run is not under way any more. */
export async function failErasure({ db, shop }: Tenant, run: string, now: Instant): Promise<void> {
  await db.erasure.updateMany({
    where: { shop, run, state: "under-way" },
    data: { state: "failed", endedAt: new Date(now) },
  });
}
