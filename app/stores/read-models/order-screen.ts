import { Prisma } from "@prisma/client";
import type { Acceptance } from "#app/core/acceptance/acceptance.ts";
import type { EarningEntry, OrderAsRead } from "#app/core/attribution/attribution.ts";
import type { OrderOutcome } from "#app/core/attribution/order-outcome.ts";
import type { Decision } from "#app/core/decision/decision.ts";
import type { Evidence } from "#app/core/decision/evidence.ts";
import type { Facts } from "#app/core/facts/facts.ts";
import type { Rulebook } from "#app/core/rules/rulebook.ts";
import type { DecisionId, OrderId, RuleId, Shop } from "#app/core/values/ids.ts";
import type { Instant } from "#app/core/values/instant.ts";
import type { Money } from "#app/core/values/money.ts";
import type { Tenant } from "../database.ts";
import type { ShopperEvent } from "../shopper-events.ts";
import type { ScreenShop } from "./screen-shop.ts";
import { type Titles, titlesNamedIn } from "./titles.ts";

/** Everything we know about one order. */
export interface OrderScreen {
  readonly shop: ScreenShop;
  readonly order: OrderAsRead;
  /** What became of it; null while nothing has made it up. */
  readonly became: { readonly outcome: OrderOutcome; readonly rule?: RuleId } | null;
  /**
   * All that was decided for the purchase, on every page, by step; of a page's step the one that stood (accepted, else asked
   * for last) is the last. Of another purchase what led to this order: a cart's, or the offer that a new checkout was opened for.
   */
  readonly decisions: readonly DecisionKept[];
  /** What the shopper's pages told, oldest first. */
  readonly events: readonly ShopperEvent[];
  readonly acceptances: readonly Acceptance[];
  /** The names of the orders that they were bought in, "#1044". */
  readonly orderNames: Readonly<Record<OrderId, string>>;
  /** The ledger, oldest first. */
  readonly earnings: readonly EarningEntry[];
  /** Their sum: after refunds and cancellations, before tax. */
  readonly earned: Money;
  /** The rules of every version that something was decided by. */
  readonly rulebooks: readonly { readonly version: number; readonly rulebook: Rulebook }[];
  /** Of what these rules speak of. */
  readonly titles: Titles;
}

export interface DecisionKept {
  readonly id: DecisionId;
  readonly step: number;
  readonly at: Instant;
  /** When the same was asked for last. */
  readonly askedAt: Instant;
  readonly rulebookVersion: number;
  /** In microseconds. */
  readonly tookMicros: number;
  readonly facts: Facts;
  readonly decision: Decision;
  /** Null where it was lost. */
  readonly evidence: Evidence | null;
}

/** One query; undefined when the shop has no such order. The id may be anything: it comes from an address. */
export async function loadOrderScreen({ shop, db }: Tenant, order: OrderId): Promise<OrderScreen | undefined> {
  if (!/^\d{1,20}$/.test(order)) return undefined;
  const [row] = await db.$queryRaw<OrderScreen[]>`
    with pages as materialized (
      select reference, null as surface from orders where shop = ${shop} and order_id = ${order}
      union all
      select distinct reference, surface from acceptances where shop = ${shop} and bought_in = ${order}
        and reference <> (select reference from orders where shop = ${shop} and order_id = ${order})
    ),
    made as materialized (
      ${itsRows(shop, "decisions")}
    ),
    told as materialized (
      ${itsRows(shop, "shopper_events")}
    ),
    yeses as materialized (
      ${itsRows(shop, "acceptances")}
    ),
    versions as materialized (
      select version, rulebook from rulebook_versions
      where shop = ${shop} and version in (select rulebook_version from made)
    )
    select jsonb_build_object('currency', shops.currency, 'timezone', shops.timezone) as shop,
      orders.document as order,
      (select jsonb_strip_nulls(jsonb_build_object('outcome', outcome, 'rule', rule)) from order_outcomes
        where shop = ${shop} and order_id = orders.order_id) as became,
      (select coalesce(jsonb_agg(jsonb_build_object('id', decision, 'step', step, 'at', encore_epoch_ms(decided_at),
          'askedAt', encore_epoch_ms(asked_at), 'rulebookVersion', rulebook_version, 'tookMicros', took_micros, 'facts', facts,
          'decision', document, 'evidence', evidence) order by step,
            exists (select from yeses where yeses.reference = made.reference and yeses.decision = made.decision),
            asked_at, decision), '[]')
        from made) as decisions,
      (select coalesce(jsonb_agg(jsonb_build_object('reference', reference, 'surface', surface, 'step', step,
          'kind', kind, 'at', encore_epoch_ms(at), 'detail', detail) order by at, step, kind, surface), '[]')
        from told) as events,
      (select coalesce(jsonb_agg(jsonb_strip_nulls(jsonb_build_object('reference', reference, 'surface', surface,
          'step', step,
          'decision', decision, 'rule', rule, 'ruleName', rule_name, 'customer', customer, 'items', items,
          'discountGiven', jsonb_build_object('minor', discount_minor, 'currency', currency), 'jti', jti,
          'changes', changes, 'acceptedAt', encore_epoch_ms(accepted_at), 'boughtIn', bought_in))
          order by step, accepted_at, surface), '[]')
        from yeses) as acceptances,
      (select coalesce(jsonb_object_agg(bought.order_id, bought.name), '{}')
        from orders bought where bought.shop = ${shop} and bought.order_id in (select bought_in from yeses)) as "orderNames",
      (select coalesce(jsonb_agg(jsonb_build_object('order', order_id, 'line', line_id, 'kind', kind, 'source', source,
          'surface', surface, 'rule', rule, 'step', step, 'amount', jsonb_build_object('minor', amount_minor, 'currency', currency),
          'at', encore_epoch_ms(at)) order by at, line_id, kind, source), '[]')
        from earnings where shop = ${shop} and order_id = orders.order_id) as earnings,
      (select jsonb_build_object('minor', coalesce(sum(amount_minor), 0)::bigint, 'currency', orders.currency)
        from earnings where shop = ${shop} and order_id = orders.order_id) as earned,
      (select coalesce(jsonb_agg(jsonb_build_object('version', version, 'rulebook', rulebook) order by version), '[]')
        from versions) as rulebooks,
      ${titlesNamedIn(shop, Prisma.sql`select rulebook from versions`)} as titles
    from orders join shops on shops.shop = orders.shop
    where orders.shop = ${shop} and orders.order_id = ${order}`;
  return row;
}

/**
 * Of the order's own purchase, or of a page of another one that led to it. OFFSET has each purchase looked up by itself:
 * joined as one, all that the shop ever kept is read for it.
 */
function itsRows(shop: Shop, table: "decisions" | "shopper_events" | "acceptances"): Prisma.Sql {
  return Prisma.sql`select its.* from pages cross join lateral (
    select * from ${Prisma.raw(table)} where shop = ${shop} and reference = pages.reference
      and (pages.surface is null or surface = pages.surface) offset 0) as its`;
}
