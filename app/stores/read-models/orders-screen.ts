import { Prisma } from "@prisma/client";
import type { OrderOutcome } from "#app/core/attribution/order-outcome.ts";
import type { NothingReason } from "#app/core/decision/decision.ts";
import type { Surface } from "#app/core/facts/facts.ts";
import type { OrderId, RuleId, Shop } from "#app/core/values/ids.ts";
import type { Instant } from "#app/core/values/instant.ts";
import { invariant } from "#app/core/values/invariant.ts";
import type { Money } from "#app/core/values/money.ts";
import type { Tenant } from "../database.ts";
import type { ScreenShop } from "./screen-shop.ts";

/** A page of orders, newest first. A purchase that has not become an order yet is not among them. */
export interface OrdersScreen {
  readonly shop: ScreenShop;
  readonly orders: readonly OrderRow[];
  /** Whether there is any order, whatever is asked for. */
  readonly hasOrders: boolean;
  /** The one that was asked for, by its name as far as we know it. */
  readonly rule?: { readonly id: RuleId; readonly name: string };
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
  /** What became of it; absent while nothing has made it up. */
  readonly outcome?: OrderOutcome;
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

/** `after` and `before` are cursors that an earlier page of the same filter gave; one that is not gives the first page. */
export interface OrdersAsk {
  readonly after?: string;
  readonly before?: string;
  /** Any of these; none of them: whatever became of it. */
  readonly outcomes?: readonly OrderOutcome[];
  /** Orders that this rule's offer was decided for, shown or taken in. */
  readonly rule?: RuleId;
  /** An order's number, however it is written: "1043", "#1043". */
  readonly number?: string;
  /** 25 unless told. */
  readonly limit?: number;
}

/** One query, whatever the page and the filter: its cost does not grow with the shop's orders. */
export async function loadOrdersScreen(tenant: Tenant, ask: OrdersAsk): Promise<OrdersScreen> {
  const { limit = 25 } = ask;
  const [row] = await tenant.db.$queryRaw<
    { shop: ScreenShop; orders: OrderRow[]; hasOrders: boolean; ruleName: string | null }[]
  >(ordersQuery(tenant.shop, ask));
  invariant(row, `${tenant.shop} is not a shop that we know`);
  const { later, earlier } = placesIn(ask);
  const newestFirst = row.orders.sort((left, right) => right.at - left.at || byId(right.id, left.id));
  const hasMore = newestFirst.length > limit;
  const orders = later ? newestFirst.slice(-limit) : newestFirst.slice(0, limit);
  const [first, last] = [orders[0], orders.at(-1)];
  const hasNext = later ? true : hasMore;
  const hasPrevious = later ? hasMore : earlier !== undefined;
  return {
    shop: row.shop,
    orders,
    hasOrders: row.hasOrders,
    ...(ask.rule !== undefined && { rule: { id: ask.rule, name: row.ruleName ?? ask.rule } }),
    ...(hasNext && last && { next: cursorOf(last) }),
    ...(hasPrevious && first && { previous: cursorOf(first) }),
  };
}

/** What `loadOrdersScreen` asks of the database. */
export function ordersQuery(shop: Shop, ask: OrdersAsk): Prisma.Sql {
  return Prisma.sql`
    select jsonb_build_object('currency', shops.currency, 'timezone', shops.timezone) as shop,
      exists (select from orders where shop = ${shop}) as "hasOrders",
      ${ask.rule === undefined ? Prisma.sql`null` : ruleName(shop, ask.rule)} as "ruleName",
      (select coalesce(jsonb_agg(${orderRow()}), '[]') from (${picked(shop, ask)}) as orders ${besides(shop)}) as orders
    from shops where shops.shop = ${shop}`;
}

/** As the draft has it, else as an order last told it. */
function ruleName(shop: Shop, rule: RuleId): Prisma.Sql {
  return Prisma.sql`coalesce(
    (select one ->> 'name' from rulebook_drafts, jsonb_array_elements(rulebook -> 'rules') as one
      where shop = ${shop} and one ->> 'id' = ${rule} limit 1),
    (select rule_name from acceptances where shop = ${shop} and rule = ${rule} order by accepted_at desc limit 1))`;
}

/**
 * The page's orders. Where outcomes are asked for, as many of each as a page has are read in their index's order and the
 * first of all these are taken: what it costs is a matter of the outcomes asked for, not of how rare they are.
 */
function picked(shop: Shop, ask: OrdersAsk): Prisma.Sql {
  const { outcomes = [], rule, number, limit = 25 } = ask;
  const { later, earlier } = placesIn(ask);
  const order = later ? Prisma.sql`created_at, order_id` : Prisma.sql`created_at desc, order_id desc`;
  const page = Prisma.sql`${within(earlier, later)} order by ${order} limit ${limit + 1}`;
  const isOfRule = rule === undefined ? Prisma.empty : Prisma.sql`and rule = ${rule}`;
  if (number !== undefined) {
    const fits = Prisma.sql`${outcomes.length > 0 ? Prisma.sql`and outcome = any(${[...outcomes]}::text[])` : Prisma.empty} ${isOfRule}`;
    return Prisma.sql`
      select * from orders where shop = ${shop} and number = ${number.replace(/\D/g, "")}
        and exists (select from order_outcomes told where told.shop = ${shop} and told.order_id = orders.order_id ${fits})
        ${page}`;
  }
  if (outcomes.length === 0 && rule === undefined) {
    return Prisma.sql`select * from orders where shop = ${shop} ${page}`;
  }
  const of = Prisma.sql`select created_at, order_id from order_outcomes where shop = ${shop} ${isOfRule}`;
  const found =
    outcomes.length === 0
      ? Prisma.sql`${of} ${page}`
      : Prisma.sql`
          select few.* from unnest(${[...outcomes]}::text[]) as wanted
            cross join lateral (${of} and outcome = wanted ${page}) as few
          order by ${order} limit ${limit + 1}`;
  return Prisma.sql`
    select orders.* from (${found}) as found
      join orders on orders.shop = ${shop} and orders.order_id = found.order_id`;
}

/** One row as it is shown; what is null is left out, as the type says. */
function orderRow(): Prisma.Sql {
  return Prisma.sql`jsonb_strip_nulls(jsonb_build_object(
    'id', orders.order_id, 'name', orders.name, 'at', encore_epoch_ms(orders.created_at),
    'total', jsonb_build_object('minor', orders.total_minor, 'currency', orders.currency),
    'cancelledAt', encore_epoch_ms(orders.cancelled_at),
    'outcome', became.outcome,
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
    left join order_outcomes became on became.shop = ${shop} and became.order_id = orders.order_id
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

function placesIn({ after, before }: OrdersAsk): { readonly later?: Place; readonly earlier?: Place } {
  const later = readCursor(before);
  if (later) return { later };
  const earlier = readCursor(after);
  return earlier ? { earlier } : {};
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
