import type { Span } from "#app/core/attribution/home-period.ts";
import { SAW_AN_OFFER } from "#app/core/attribution/order-outcome.ts";
import type { RuleId } from "#app/core/values/ids.ts";
import type { Money } from "#app/core/values/money.ts";
import type { Tenant } from "../database.ts";

/**
 * What became of a rule's offers in a period, on all pages together. The numbers of all rules that ever were, those that an
 * import took away too, add up to Home's, which are of the shop's present currency.
 */
export interface RuleNumbers {
  /**
   * Orders placed in the period that saw its offer, and of these those that accepted it. An order is of one rule, on Home
   * and Orders too: of the one it accepted, else of the one it saw first.
   */
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
  { from, until }: Span,
): Promise<ReadonlyMap<RuleId, RuleNumbers>> {
  const [first, end] = [new Date(from), new Date(until)];
  const rows = await db.$queryRaw<(RuleNumbers & { readonly rule: RuleId })[]>`
    select wanted.rule, saw.shown, saw.accepted,
      (select coalesce(jsonb_agg(jsonb_build_object('minor', booked.minor, 'currency', booked.currency)
          order by booked.currency), '[]')
        from (select currency, sum(amount_minor) as minor from earnings
          where earnings.shop = ${shop} and earnings.rule = wanted.rule
            and earnings.at >= ${first} and earnings.at < ${end}
          group by currency) as booked) as earned
    from unnest(${[...rules]}::text[]) as wanted (rule) cross join lateral (
      select count(*)::int as shown, (count(*) filter (where outcome = 'accepted'))::int as accepted
      from order_outcomes
      where order_outcomes.shop = ${shop} and order_outcomes.rule = wanted.rule
        and outcome = any(${[...SAW_AN_OFFER]}::text[]) and created_at >= ${first} and created_at < ${end}
    ) as saw`;
  return new Map(rows.map(({ rule, ...numbers }) => [rule, numbers]));
}
