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

/** What was found is of another time: a shop that comes back has yet to choose the app. */
export async function forgetSetupCheck({ db, shop }: Tenant): Promise<void> {
  await db.setupCheck.deleteMany({ where: { shop } });
}

/** Orders that say why the page stayed shut are not among these, nor those from before the app was installed. */
export async function loadPageAsking({ db, shop }: Tenant): Promise<PageAsking> {
  // Two queries, and an OFFSET: a period that is known beforehand is a range of an index, and only its orders are looked up.
  const [page] = await db.$queryRaw<{ last: Date | null; since: Date | null }[]>`
    select max(asked_at) as last,
      greatest(max(asked_at) - interval '30 days', (select installed_at from shops where shop = ${shop})) as since
    from decisions where shop = ${shop} and surface = 'post-purchase'`;
  invariant(page, "an aggregate gives a row");
  const { last, since } = page;
  if (!last) return { unasked: 0, before: { orders: 0, asked: 0 } };
  const [row] = await db.$queryRaw<{ unasked: number; orders: number; asked: number }[]>`
    select count(*) filter (where created_at > ${last} and not asked)::int as unasked,
      count(*) filter (where created_at <= ${last})::int as orders,
      count(*) filter (where created_at <= ${last} and asked)::int as asked
    from (
      select outcomes.created_at, 'post-purchase' = any(outcomes.surfaces) as asked
      from order_outcomes outcomes cross join lateral (
        select from orders where shop = ${shop} and order_id = outcomes.order_id and page_barrier is null offset 0
      ) as untold
      where outcomes.shop = ${shop} and outcomes.outcome <> 'from-offer' and outcomes.created_at >= ${since}
    ) as open`;
  invariant(row, "an aggregate gives a row");
  const { unasked, ...before } = row;
  return { lastAskedAt: last.getTime(), unasked, before };
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
