import type { PauseAfter } from "#app/core/rules/rulebook.ts";
import type { RuleId } from "#app/core/values/ids.ts";
import type { Instant } from "#app/core/values/instant.ts";
import { invariant } from "#app/core/values/invariant.ts";
import type { Tenant } from "./database.ts";

/** How often in a row a rule has failed of late, without a success between. */
export type FailingRuns = Readonly<Record<keyof PauseAfter, number>>;

/**
 * Counted from what is kept, so that neither a duplicate nor a job that ran twice counts twice:
 * - sold out: yeses to what could not be had, by our copy or by Shopify, since the last yes that could;
 * - payment errors: charges that failed, as the page told, since the last that went through;
 * - refunds: sales that were refunded or cancelled, back from the latest of them to the last that was not.
 */
export async function loadFailingRuns({ db, shop }: Tenant, rule: RuleId): Promise<FailingRuns> {
  const [row] = await db.$queryRaw<FailingRuns[]>`
    with counted as (
      select coalesce((select counted_from from rule_runs where shop = ${shop} and rule = ${rule}), '-infinity') as since
    ),
    applied as (
      select reference, surface, step, at, detail ->> 'status' as status, coalesce(detail -> 'errors', '[]') as errors
      from shopper_events, counted
      where shop = ${shop} and rule = ${rule} and kind = 'applied' and at > since
    ),
    sold_out as (
      select at from shopper_events, counted
      where shop = ${shop} and rule = ${rule} and kind = 'unavailable' and at > since
        and detail ->> 'why' in ('sold-out', 'gone')
      union all
      select at from applied where status = 'unprocessed' and errors @> '"insufficient_inventory"'
    ),
    charge_failed as (
      select at from applied
      where status = 'partially_processed' or (status = 'unprocessed' and
        (errors @> '"payment_required"' or errors @> '"unsupported_payment_method"'))
    ),
    sales as (
      select order_id, step, min(at) filter (where kind = 'earned') as at, bool_or(kind <> 'earned') as went_back
      from earnings, counted where shop = ${shop} and rule = ${rule} group by order_id, step, since
      having min(at) filter (where kind = 'earned') > since
    ),
    back_from_the_latest as (
      select count(*) filter (where not went_back) over (order by at desc, order_id desc, step desc) as kept
      from sales where at <= (select max(at) from sales where went_back)
    )
    select
      (select count(*)::int from sold_out where at > coalesce((
        select max(accepted_at) from acceptances yes where shop = ${shop} and rule = ${rule} and not exists (
          select from applied where applied.reference = yes.reference
            and applied.surface = yes.surface and applied.step = yes.step
            and status = 'unprocessed' and errors @> '"insufficient_inventory"')), '-infinity')) as "soldOut",
      (select count(*)::int from charge_failed where at > coalesce(
        (select max(at) from applied where status = 'processed'), '-infinity')) as "paymentErrors",
      (select count(*)::int from back_from_the_latest where kept = 0) as refunds`;
  invariant(row, "a query of counts gives one row");
  return row;
}

/** Forgets what failed up to this moment: the rule has been paused for it, or was not live. */
export async function countFailuresFrom({ db, shop }: Tenant, rule: RuleId, from: Instant): Promise<void> {
  const countedFrom = new Date(from);
  await db.ruleRun.upsert({
    where: { shop_rule: { shop, rule } },
    create: { shop, rule, countedFrom },
    update: { countedFrom },
  });
}
