import { z } from "zod";
import { EXPORT_KINDS } from "#app/core/values/export-kind.ts";
import type { CustomerId, OrderId, RuleId } from "#app/core/values/ids.ts";
import { idOf } from "#app/platform/ids.ts";

const exportRun = z.object({ kind: z.enum(EXPORT_KINDS), run: z.uuid() });
const id = <Id extends string>() => z.string().regex(/^\d{1,20}$/) as unknown as z.ZodType<Id>;

/**
 * Every job a shop's change can ask for: its payload, and what tells it apart. Jobs that wait under one key are one job:
 * a burst of webhooks about one order is one re-reading, which begins after the last of them.
 */
export const shopJobs = {
  "attribute-order": job(z.object({ order: id<OrderId>() }), ({ order }) => order),
  "refresh-products": job(z.object({}), () => "products"),
  "refresh-collections": job(z.object({}), () => "collections"),
  "refresh-customer": job(z.object({ customer: id<CustomerId>() }), ({ customer }) => customer),
  "copy-catalog": job(z.object({}), () => "catalog"),
  "refresh-stock": job(z.object({ inventoryItem: id() }), ({ inventoryItem }) => inventoryItem),
  "refresh-shop": job(z.object({}), () => "shop"),
  "pause-failing-rule": job(z.object({ rule: z.string() as unknown as z.ZodType<RuleId> }), ({ rule }) => rule),
  "keep-extracts": job(z.object({ soon: z.boolean() }), ({ soon }) => (soon ? "soon" : "later")),
  "keep-automatic-discounts": job(z.object({}), () => "discounts"),
  "export-data": job(exportRun, ({ run }) => run),
  "drop-export": job(exportRun, ({ run }) => run),
  "erase-orders": job(z.object({ run: z.uuid() }), ({ run }) => run),
  "check-setup": job(z.object({}), () => "setup"),
  "erase-customer": job(
    z.object({ customer: id<CustomerId>().optional(), orders: z.array(id<OrderId>()) }),
    ({ customer, orders }) => idOf(customer ?? "unknown", ...orders),
  ),
  "erase-shop": job(z.object({}), () => "shop"),
} as const;

/** Those that the clock asks for. Times are UTC; one that was missed while nothing ran is made up for within a day. */
export const clockJobs = {
  "refresh-tokens": { cron: "17 3 * * *", payload: z.object({}).loose() },
  "watch-setups": { cron: "23 * * * *", payload: z.object({}).loose() },
  "renew-collections": { cron: "41 2 * * *", payload: z.object({}).loose() },
} as const;

export type ShopJob = keyof typeof shopJobs;
export type ClockJob = keyof typeof clockJobs;
export type PayloadOf<Name extends ShopJob> = z.infer<(typeof shopJobs)[Name]["payload"]>;

/** What `enqueue` of the stores takes after the tenant, with the job's key: `enqueue(tenant, ...jobFor(…))`. */
export function jobFor<Name extends ShopJob>(
  name: Name,
  payload: PayloadOf<Name>,
): [jobName: Name, payload: PayloadOf<Name>, options: { readonly jobKey: string }] {
  const keyOf = shopJobs[name].keyOf as (payload: PayloadOf<Name>) => string;
  return [name, payload, { jobKey: `${name}:${keyOf(payload)}` }];
}

function job<Payload extends z.ZodType>(payload: Payload, keyOf: (payload: z.infer<Payload>) => string) {
  return { payload, keyOf };
}
