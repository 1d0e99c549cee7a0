import type { SetupCheck as Row } from "@prisma/client";
import type { EmbedState, SetupCheck } from "#app/core/attribution/setup.ts";
import type { PageAsking } from "#app/core/attribution/silent-page.ts";
import type { Instant } from "#app/core/values/instant.ts";
import { invariant } from "#app/core/values/invariant.ts";
import type { Tenant } from "./database.ts";

/** What the last look found; undefined before the first. */
export async function loadSetupCheck({ db, shop }: Tenant): Promise<SetupCheck | undefined> {
  const row = await db.setupCheck.findUnique({ where: { shop } });
  return row ? checkOf(row) : undefined;
}

/** The latest look stands. */
export async function saveSetupCheck({ db, shop }: Tenant, check: SetupCheck): Promise<void> {
  const { pageChosen, pageLostAt, embed, silentSince, silentOrders, checkedAt } = check;
  const data = {
    pageChosen: pageChosen ?? null,
    pageLostAt: momentOf(pageLostAt),
    embed: embed ?? null,
    silentSince: momentOf(silentSince),
    silentOrders: silentOrders ?? null,
    checkedAt: new Date(checkedAt),
  };
  await db.setupCheck.upsert({ where: { shop }, create: { shop, ...data }, update: data });
}

/** Orders that say why the page stayed shut are not among these, nor those from before the app was installed. */
export async function loadPageAsking({ db, shop }: Tenant): Promise<PageAsking> {
  const [row] = await db.$queryRaw<{ last: Date | null; unasked: number; orders: number; asked: number }[]>`
    with page as materialized (
      select max(asked_at) as last from decisions where shop = ${shop} and surface = 'post-purchase'
    ),
    open as materialized (
      select outcomes.created_at, 'post-purchase' = any(outcomes.surfaces) as asked
      from order_outcomes outcomes join orders using (shop, order_id), page
      where outcomes.shop = ${shop} and orders.page_barrier is null and outcomes.outcome <> 'from-offer'
        and outcomes.created_at >= (select installed_at from shops where shop = ${shop})
        and outcomes.created_at > page.last - interval '30 days'
    )
    select last,
      (select count(*)::int from open where not asked and created_at > last) as unasked,
      (select count(*)::int from open where created_at <= last) as orders,
      (select count(*)::int from open where created_at <= last and asked) as asked
    from page`;
  invariant(row, "an aggregate gives a row");
  const { last, unasked, orders, asked } = row;
  return { ...(last ? { lastAskedAt: last.getTime() } : {}), unasked, before: { orders, asked } };
}

function momentOf(at: Instant | undefined): Date | null {
  return at === undefined ? null : new Date(at);
}

function checkOf({ pageChosen, pageLostAt, embed, silentSince, silentOrders, checkedAt }: Row): SetupCheck {
  return {
    checkedAt: checkedAt.getTime(),
    ...(pageChosen === null ? {} : { pageChosen }),
    ...(pageLostAt === null ? {} : { pageLostAt: pageLostAt.getTime() }),
    ...(embed === null ? {} : { embed: embed as EmbedState }),
    ...(silentSince === null ? {} : { silentSince: silentSince.getTime() }),
    ...(silentOrders === null ? {} : { silentOrders }),
  };
}
