import { type ComparedSpans, type HomePeriod, type Span, spansOf } from "#app/core/attribution/home-period.ts";
import type { OrderOutcome } from "#app/core/attribution/order-outcome.ts";
import type { SetupCheck } from "#app/core/attribution/setup.ts";
import type { Surface } from "#app/core/facts/facts.ts";
import type { RuleId } from "#app/core/values/ids.ts";
import type { Instant } from "#app/core/values/instant.ts";
import { invariant } from "#app/core/values/invariant.ts";
import type { Money } from "#app/core/values/money.ts";
import type { Tenant } from "../database.ts";
import { loadSetupCheck } from "../setup-checks.ts";
import type { ScreenShop } from "./screen-shop.ts";

/** What the second sale did in a period, and how the shop is set up for it. */
export interface HomeScreen {
  readonly shop: ScreenShop;
  readonly period: HomePeriod;
  readonly now: PeriodNumbers;
  /** The same of as many days before. */
  readonly before: PeriodNumbers;
  /** What the ledger booked on each of the shop's days of `now`, the oldest first. */
  readonly days: readonly { readonly day: string; readonly earned: Money }[];
  /** Those that earned most in `now`, at most three. */
  readonly best: readonly BestRule[];
  /** Whether any order was ever read. */
  readonly hasOrders: boolean;
  readonly setup: HomeSetup;
}

export interface PeriodNumbers {
  /** By the ledger, whenever the order was placed: after refunds and cancellations, before tax. */
  readonly earned: Money;
  /** How many orders placed in the period each became of. */
  readonly orders: Readonly<Partial<Record<OrderOutcome, number>>>;
}

interface BestRule {
  readonly rule: RuleId;
  readonly name: string;
  readonly earned: Money;
  /** In how many orders. */
  readonly orders: number;
}

export interface HomeSetup {
  /** The pages that live rules stand on; none: nothing is live. */
  readonly liveOn: readonly Surface[];
  /** When each page asked or told something for the last time. */
  readonly seenRunning: Readonly<Partial<Record<Surface, Instant>>>;
  /** The access scopes that the merchant granted. */
  readonly scopes: readonly string[];
  /** What Shopify said last; absent before it was asked. */
  readonly check?: SetupCheck;
}

export interface HomeAsk {
  readonly period: HomePeriod;
  readonly at: Instant;
}

/** Four queries, each over the period alone or by an index. The shop is one that was installed once. */
export async function loadHomeScreen(tenant: Tenant, { period, at }: HomeAsk): Promise<HomeScreen> {
  const about = await loadShopAndSetup(tenant);
  const { shop, hasOrders, ...setup } = about;
  const spans = spansOf(period, at, shop.timezone);
  const check = await loadSetupCheck(tenant);
  const ledger = await loadLedger(tenant, spans, shop);
  const [now, before] = [await countOutcomes(tenant, spans.now), await countOutcomes(tenant, spans.before)];
  return {
    shop,
    period,
    hasOrders,
    now: { earned: ledger.now, orders: now },
    before: { earned: ledger.before, orders: before },
    days: ledger.days,
    best: ledger.best,
    setup: { ...setup, ...(check && { check }) },
  };
}

type AboutShop = Pick<HomeScreen, "shop" | "hasOrders"> & Omit<HomeSetup, "check">;

async function loadShopAndSetup({ db, shop }: Tenant): Promise<AboutShop> {
  const [row] = await db.$queryRaw<AboutShop[]>`
    select jsonb_build_object('currency', shops.currency, 'timezone', shops.timezone) as shop,
      exists (select from orders where shop = ${shop}) as "hasOrders",
      (select coalesce(jsonb_agg(distinct surface), '[]')
        from rulebook_live join rulebook_versions using (shop, version),
          jsonb_path_query(rulebook, '$.rules[*] ? (@.status == "active").surfaces[*]') as surface
        where shop = ${shop}) as "liveOn",
      (select jsonb_strip_nulls(jsonb_object_agg(page, (
          select encore_epoch_ms(max(asked_at)) from decisions where shop = ${shop} and surface = page)))
        from unnest(array['cart', 'checkout', 'post-purchase', 'thank-you', 'order-status']) as page) as "seenRunning",
      shops.scopes
    from shops where shops.shop = ${shop}`;
  invariant(row, `${shop} is not a shop that we know`);
  return row;
}

async function countOutcomes({ db, shop }: Tenant, { from, until }: Span): Promise<PeriodNumbers["orders"]> {
  const rows = await db.$queryRaw<{ outcome: OrderOutcome; orders: number }[]>`
    select outcome, count(*)::int as orders from order_outcomes
    where shop = ${shop} and created_at >= ${new Date(from)} and created_at < ${new Date(until)} group by outcome`;
  return Object.fromEntries(rows.map(({ outcome, orders }) => [outcome, orders]));
}

interface Ledger {
  readonly now: Money;
  readonly before: Money;
  readonly days: HomeScreen["days"];
  readonly best: readonly BestRule[];
}

interface LedgerRow {
  readonly now: number;
  readonly before: number;
  readonly days: Readonly<Record<string, number>>;
  readonly best: readonly (Omit<BestRule, "earned"> & { readonly minor: number })[];
}

/** Entries of a currency that the shop has left are not among these: nothing is ever converted. */
async function loadLedger(
  { db, shop }: Tenant,
  spans: ComparedSpans,
  { currency, timezone }: ScreenShop,
): Promise<Ledger> {
  const [row] = await db.$queryRaw<LedgerRow[]>`
    with booked as materialized (
      select order_id, rule, amount_minor, at from earnings
      where shop = ${shop} and currency = ${currency} and at >= ${new Date(spans.now.from)} and at < ${new Date(spans.now.until)}
    ),
    by_rule as (
      select rule, sum(amount_minor) as minor, count(distinct order_id)::int as orders from booked
      group by rule having sum(amount_minor) > 0 order by minor desc, rule limit 3
    ),
    live as (
      select rule_of ->> 'id' as id, rule_of ->> 'name' as name
      from rulebook_live join rulebook_versions using (shop, version), jsonb_array_elements(rulebook -> 'rules') as rule_of
      where shop = ${shop} and rule_of ->> 'id' in (select rule from by_rule)
    )
    select (select coalesce(sum(amount_minor), 0)::float8 from booked) as now,
      (select coalesce(sum(amount_minor), 0)::float8 from earnings where shop = ${shop} and currency = ${currency}
        and at >= ${new Date(spans.before.from)} and at < ${new Date(spans.before.until)}) as before,
      (select coalesce(jsonb_object_agg(day, minor), '{}') from (
        select to_char(at at time zone ${timezone}, 'YYYY-MM-DD') as day, sum(amount_minor)::bigint as minor
        from booked group by 1
      ) as by_day) as days,
      (select coalesce(jsonb_agg(jsonb_build_object('rule', rule, 'minor', minor::bigint, 'orders', orders, 'name', coalesce(
          (select name from live where id = rule limit 1),
          (select rule_name from acceptances where shop = ${shop} and rule = by_rule.rule order by accepted_at desc limit 1),
          rule)) order by minor desc, rule), '[]') from by_rule) as best`;
  invariant(row, "a select without a table gives a row");
  const money = (minor: number): Money => ({ minor, currency });
  return {
    now: money(row.now),
    before: money(row.before),
    days: spans.days.map((day) => ({ day, earned: money(row.days[day] ?? 0) })),
    best: row.best.map(({ minor, ...rule }) => ({ ...rule, earned: money(minor) })),
  };
}
