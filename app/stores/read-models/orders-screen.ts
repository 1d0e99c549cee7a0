import { Prisma } from "@prisma/client";
import type { NothingReason } from "#app/core/decision/decision.ts";
import type { Surface } from "#app/core/facts/facts.ts";
import type { OrderId, RuleId } from "#app/core/values/ids.ts";
import type { Instant } from "#app/core/values/instant.ts";
import { invariant } from "#app/core/values/invariant.ts";
import type { Money } from "#app/core/values/money.ts";
import type { Tenant } from "../database.ts";
import type { ScreenShop } from "./screen-shop.ts";

/** A page of orders, newest first. A purchase that has not become an order yet is not among them. */
export interface OrdersScreen {
  readonly shop: ScreenShop;
  readonly orders: readonly OrderRow[];
  /** Cursors for `after` and `before`: absent where there is no such page. */
  readonly next?: string;
  readonly previous?: string;
}

export interface OrderRow {
  readonly id: OrderId;
  readonly name: string;
  readonly at: Instant;
  readonly total: Money;
  readonly cancelledAt?: Instant;
  /** What stood when the order was paid, not what followed an answer; absent when Shopify never asked, or the evidence was lost. */
  readonly decided?:
    | {
        readonly kind: "show";
        /** The page that it was shown on, or would have been. */
        readonly surface: Surface;
        readonly rule: RuleId;
        readonly ruleName: string;
        /** Of all products offered; `together` they are a bundle, else one of them is chosen. */
        readonly titles: readonly string[];
        readonly arrangement: "one-of" | "together";
        /** Of each product, for its first variant. */
        readonly offerPrices: readonly Money[];
      }
    | { readonly kind: "nothing"; readonly reason: NothingReason };
  readonly seenAt?: Instant;
  /** The shopper's last word; a yes to any step is a yes. `not-added`: a yes that Shopify did not carry out, so the page told. */
  readonly answer?: { readonly kind: "accepted" | "not-added" | "declined"; readonly at: Instant };
  /** After refunds and cancellations, before tax. */
  readonly earned: Money;
}

/** `after` and `before` are cursors that an earlier page gave; one that is not gives the first page. */
export interface OrdersAsk {
  readonly after?: string;
  readonly before?: string;
  /** 25 unless told. */
  readonly limit?: number;
}

/** One query, whatever the page. */
export async function loadOrdersScreen(
  tenant: Tenant,
  { after, before, limit = 25 }: OrdersAsk,
): Promise<OrdersScreen> {
  const { shop, db } = tenant;
  const later = readCursor(before);
  const earlier = later ? undefined : readCursor(after);
  const [row] = await db.$queryRaw<{ shop: ScreenShop; orders: OrderRow[] }[]>`
    select jsonb_build_object('currency', shops.currency, 'timezone', shops.timezone) as shop,
      (select coalesce(jsonb_agg(${orderRow()}), '[]')
        from (
          select * from orders where shop = ${shop} ${within(earlier, later)}
          order by ${later ? Prisma.sql`created_at, order_id` : Prisma.sql`created_at desc, order_id desc`}
          limit ${limit + 1}
        ) as orders ${besides(shop)}) as orders
    from shops where shops.shop = ${shop}`;
  invariant(row, `${shop} is not a shop that we know`);
  const newestFirst = row.orders.sort((left, right) => right.at - left.at || byId(right.id, left.id));
  const hasMore = newestFirst.length > limit;
  const orders = later ? newestFirst.slice(-limit) : newestFirst.slice(0, limit);
  const [first, last] = [orders[0], orders.at(-1)];
  const hasNext = later ? true : hasMore;
  const hasPrevious = later ? hasMore : earlier !== undefined;
  return {
    shop: row.shop,
    orders,
    ...(hasNext && last && { next: cursorOf(last) }),
    ...(hasPrevious && first && { previous: cursorOf(first) }),
  };
}

/** One row as it is shown; what is null is left out, as the type says. */
function orderRow(): Prisma.Sql {
  return Prisma.sql`jsonb_strip_nulls(jsonb_build_object(
    'id', orders.order_id, 'name', orders.name, 'at', encore_epoch_ms(orders.created_at),
    'total', jsonb_build_object('minor', orders.total_minor, 'currency', orders.currency),
    'cancelledAt', encore_epoch_ms(orders.cancelled_at),
    'decided', case decided.kind
      when 'show' then jsonb_build_object('kind', 'show', 'surface', decided.surface, 'rule', decided.document #> '{offer,rule}',
        'ruleName', decided.document #> '{offer,ruleName}', 'arrangement', decided.document #> '{offer,arrangement}',
        'titles', jsonb_path_query_array(decided.document, '$.offer.products[*].title'),
        'offerPrices', jsonb_path_query_array(decided.document, '$.offer.products[*].variants[0].offerPrice'))
      when 'nothing' then jsonb_build_object('kind', 'nothing', 'reason', decided.document -> 'reason') end,
    'seenAt', encore_epoch_ms(told.seen_at),
    'answer', case
      when accepted.at is not null and told.applied = 'unprocessed' and booked.entries = 0
        then jsonb_build_object('kind', 'not-added', 'at', encore_epoch_ms(accepted.at))
      when accepted.at is not null then jsonb_build_object('kind', 'accepted', 'at', encore_epoch_ms(accepted.at))
      when told.declined_at is not null then jsonb_build_object('kind', 'declined', 'at', encore_epoch_ms(told.declined_at)) end,
    'earned', jsonb_build_object('minor', booked.minor, 'currency', orders.currency)))`;
}

/**
 * What stands beside each order: events, yeses, money, and the decision that stood. Of a page that is the accepted one
 * before a later one; of several pages the one that accepted, else one that showed something, the post-purchase page first.
 * An order that an offer opened a checkout for has that offer, and when it was seen, from the purchase before it.
 */
function besides(shop: string): Prisma.Sql {
  return Prisma.sql`
    left join lateral (
      select max(accepted_at) as at, (array_agg(decision order by step))[1] as decision,
        (array_agg(reference order by step))[1] as reference, (array_agg(surface order by step))[1] as surface
      from acceptances where shop = ${shop} and (reference = orders.reference or bought_in = orders.order_id)
    ) accepted on true
    left join lateral (
      select * from (
        select distinct on (surface) decision, kind, surface, document from decisions
        where shop = ${shop} and (reference = orders.reference or decision = accepted.decision)
        order by surface, (decision = accepted.decision) desc nulls last, step, asked_at desc
      ) by_page
      order by (decision = accepted.decision) desc nulls last, kind = 'show' desc, surface = 'post-purchase' desc, surface
      limit 1
    ) decided on true
    left join lateral (
      select min(at) filter (where kind = 'impression') as seen_at,
        max(at) filter (where kind = 'decline' and reference = orders.reference) as declined_at,
        (array_agg(detail ->> 'status' order by at desc) filter (where kind = 'applied' and reference = orders.reference))[1] as applied
      from shopper_events
      where shop = ${shop} and reference in (orders.reference, accepted.reference)
        and (reference = orders.reference or surface = accepted.surface)
    ) told on true
    left join lateral (
      select coalesce(sum(amount_minor), 0)::bigint as minor, count(*) as entries
      from earnings where shop = ${shop} and order_id = orders.order_id
    ) booked on true`;
}

interface Place {
  readonly at: Instant;
  readonly id: string;
}

function within(earlier: Place | undefined, later: Place | undefined): Prisma.Sql {
  if (later) return Prisma.sql`and (created_at, order_id) > (${new Date(later.at)}, ${later.id})`;
  if (earlier) return Prisma.sql`and (created_at, order_id) < (${new Date(earlier.at)}, ${earlier.id})`;
  return Prisma.empty;
}

function cursorOf({ at, id }: OrderRow): string {
  return `${at}-${id}`;
}

function readCursor(cursor: string | undefined): Place | undefined {
  // Thirteen digits reach the year 2286: past 9999 a moment is not written as PostgreSQL reads it.
  const [, at, id] = /^(\d{1,13})-(\d{1,20})$/.exec(cursor ?? "") ?? [];
  return at && id ? { at: Number(at), id } : undefined;
}

/** As the database orders text under the C collation. */
function byId(left: string, right: string): number {
  return left < right ? -1 : 1;
}
