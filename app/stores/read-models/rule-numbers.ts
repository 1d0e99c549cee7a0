import type { RuleId } from "#app/core/values/ids.ts";
import type { Instant } from "#app/core/values/instant.ts";
import type { Money } from "#app/core/values/money.ts";
import type { Tenant } from "../database.ts";

/** What became of a rule's offers since some moment, on all pages together. */
export interface RuleNumbers {
  /** Offers that a shopper's page told it has shown, and those accepted of which no page told; each step of a path is one. */
  readonly shown: number;
  readonly accepted: number;
  /** After refunds and cancellations, before tax: one amount for each currency that something was earned in. */
  readonly earned: readonly Money[];
}

/**
 * One query. What is older costs nothing: each number is a range of an index of its own, so a shop's whole history can
 * grow as it likes.
 */
export async function loadRuleNumbers(
  { shop, db }: Tenant,
  rules: readonly RuleId[],
  since: Instant,
): Promise<ReadonlyMap<RuleId, RuleNumbers>> {
  const from = new Date(since);
  const rows = await db.$queryRaw<(RuleNumbers & { readonly rule: RuleId })[]>`
    select wanted.rule,
      (select count(*)::int from shopper_events as told
        where told.shop = ${shop} and told.rule = wanted.rule and told.kind = 'impression' and told.at >= ${from})
      + (select count(*)::int from acceptances as yes
        where yes.shop = ${shop} and yes.rule = wanted.rule and yes.accepted_at >= ${from} and not exists (
          select from shopper_events as told where told.shop = ${shop} and told.reference = yes.reference
            and told.surface = yes.surface and told.step = yes.step and told.kind = 'impression')) as shown,
      (select count(*)::int from acceptances as yes
        where yes.shop = ${shop} and yes.rule = wanted.rule and yes.accepted_at >= ${from}) as accepted,
      (select coalesce(jsonb_agg(jsonb_build_object('minor', booked.minor, 'currency', booked.currency)
          order by booked.currency), '[]')
        from (select currency, sum(amount_minor) as minor from earnings
          where earnings.shop = ${shop} and earnings.rule = wanted.rule and earnings.at >= ${from}
          group by currency) as booked) as earned
    from unnest(${[...rules]}::text[]) as wanted (rule)`;
  return new Map(rows.map(({ rule, ...numbers }) => [rule, numbers]));
}
