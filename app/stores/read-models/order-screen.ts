import type { Acceptance } from "#app/core/acceptance/acceptance.ts";
import type { EarningEntry, OrderAsRead } from "#app/core/attribution/attribution.ts";
import type { Decision } from "#app/core/decision/decision.ts";
import type { Facts } from "#app/core/facts/facts.ts";
import type { DecisionId, OrderId, ProductId } from "#app/core/values/ids.ts";
import type { Instant } from "#app/core/values/instant.ts";
import type { Money } from "#app/core/values/money.ts";
import type { Tenant } from "../database.ts";
import type { ShopperEvent } from "../shopper-events.ts";
import type { ScreenShop } from "./screen-shop.ts";

/** Everything we know about one order. */
export interface OrderScreen {
  readonly shop: ScreenShop;
  readonly order: OrderAsRead;
  /** All that was decided for the purchase, with every verdict; the one that stood (the accepted one, else the last asked for) is the last. */
  readonly decisions: readonly DecisionTold[];
  /** What the shopper's page told, oldest first. */
  readonly events: readonly ShopperEvent[];
  readonly acceptances: readonly Acceptance[];
  /** The ledger, oldest first. */
  readonly earnings: readonly EarningEntry[];
  /** Their sum: after refunds and cancellations, before tax. */
  readonly earned: Money;
  /** The titles of the products that rules and guards may speak of. */
  readonly products: readonly { readonly id: ProductId; readonly title: string }[];
}

interface DecisionTold {
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
}

/** One query; undefined when the shop has no such order. The id may be anything: it comes from an address. */
export async function loadOrderScreen({ shop, db }: Tenant, order: OrderId): Promise<OrderScreen | undefined> {
  if (!/^\d{1,20}$/.test(order)) return undefined;
  const [row] = await db.$queryRaw<OrderScreen[]>`
    select jsonb_build_object('currency', shops.currency, 'timezone', shops.timezone) as shop,
      orders.document as order,
      (select coalesce(jsonb_agg(jsonb_build_object('id', decision, 'step', step, 'at', encore_epoch_ms(decided_at),
          'askedAt', encore_epoch_ms(asked_at), 'rulebookVersion', rulebook_version, 'tookMicros', took_micros, 'facts', facts,
          'decision', document) order by
            exists (select from acceptances yes where yes.shop = ${shop} and yes.reference = decisions.reference
              and yes.decision = decisions.decision), asked_at, decision), '[]')
        from decisions where shop = ${shop} and reference = orders.reference) as decisions,
      (select coalesce(jsonb_agg(jsonb_build_object('reference', reference, 'step', step, 'kind', kind,
          'at', encore_epoch_ms(at), 'detail', detail) order by at, step, kind), '[]')
        from shopper_events where shop = ${shop} and reference = orders.reference) as events,
      (select coalesce(jsonb_agg(jsonb_strip_nulls(jsonb_build_object('reference', reference, 'step', step,
          'decision', decision, 'rule', rule, 'ruleName', rule_name, 'customer', customer, 'items', items,
          'discountGiven', jsonb_build_object('minor', discount_minor, 'currency', currency), 'jti', jti,
          'changes', changes, 'acceptedAt', encore_epoch_ms(accepted_at))) order by step), '[]')
        from acceptances where shop = ${shop} and reference = orders.reference) as acceptances,
      (select coalesce(jsonb_agg(jsonb_build_object('order', order_id, 'line', line_id, 'kind', kind, 'source', source,
          'rule', rule, 'step', step, 'amount', jsonb_build_object('minor', amount_minor, 'currency', currency),
          'at', encore_epoch_ms(at)) order by at, line_id, kind, source), '[]')
        from earnings where shop = ${shop} and order_id = orders.order_id) as earnings,
      (select jsonb_build_object('minor', coalesce(sum(amount_minor), 0)::bigint, 'currency', orders.currency)
        from earnings where shop = ${shop} and order_id = orders.order_id) as earned,
      (select coalesce(jsonb_agg(jsonb_build_object('id', product, 'title', title) order by product), '[]')
        from catalog_products where shop = ${shop}) as products
    from orders join shops on shops.shop = orders.shop
    where orders.shop = ${shop} and orders.order_id = ${order}`;
  return row;
}
