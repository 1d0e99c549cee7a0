import type { Shop as ShopRow } from "@prisma/client";
import { type Currency, parseCurrency } from "#app/core/values/currency.ts";
import type { Shop } from "#app/core/values/ids.ts";
import type { Instant } from "#app/core/values/instant.ts";
import { invariant } from "#app/core/values/invariant.ts";
import { SHOP_CHANNEL, SHOP_GONE_CHANNEL } from "./channels.ts";
import type { Database, Tenant } from "./database.ts";

/** A shop that has installed the app, now or once. */
export interface KnownShop extends ShopDetails {
  readonly shop: Shop;
  readonly installedAt: Instant;
  /** Set when it does not have the app any more. */
  readonly uninstalledAt?: Instant;
  /** It had no order when the app was installed: what we hold of a customer's orders is all there is. */
  readonly beganEmpty: boolean;
}

export interface ShopDetails {
  /** Our app's own id, as the agreements of this shop's orders name it. */
  readonly appId: string;
  readonly name: string;
  readonly currency: Currency;
  /** IANA, "Europe/London". */
  readonly timezone: string;
  /** The shop's first language, "en". */
  readonly language: string;
  /** Countries, ISO 3166-1 alpha-2; absent while it is not known. */
  readonly shipsTo?: readonly string[];
  readonly scopes: readonly string[];
}

/**
 * Keeps what the shop is; a shop that had left comes back with `installedAt` now, one that is here keeps its own, and
 * whether it `beganEmpty` with it.
 */
export async function saveInstalled(
  database: Database,
  shop: Shop,
  { beganEmpty = false, ...details }: ShopDetails & { readonly beganEmpty?: boolean },
  now: Instant,
): Promise<KnownShop> {
  const { appId, name, currency, timezone, language } = details;
  const scopes = [...details.scopes];
  const shipsTo = details.shipsTo ? [...details.shipsTo] : null;
  return database.outside.$transaction(async (db) => {
    const [row] = await db.$queryRaw<ShopRow[]>`
      insert into shops as kept
        (shop, app_id, name, currency, timezone, language, ships_to, scopes, began_empty, installed_at)
      values (${shop}, ${appId}, ${name}, ${currency}, ${timezone}, ${language}, ${shipsTo}::text[], ${scopes},
        ${beganEmpty}, ${new Date(now)})
      on conflict (shop) do update set app_id = excluded.app_id, name = excluded.name, currency = excluded.currency,
        timezone = excluded.timezone, language = excluded.language, ships_to = excluded.ships_to, scopes = excluded.scopes,
        began_empty = case when kept.uninstalled_at is null then kept.began_empty else excluded.began_empty end,
        installed_at = case when kept.uninstalled_at is null then kept.installed_at else excluded.installed_at end,
        uninstalled_at = null
      returning shop, app_id as "appId", name, currency, timezone, language, ships_to as "shipsTo", scopes,
        began_empty as "beganEmpty", installed_at as "installedAt", uninstalled_at as "uninstalledAt"`;
    await db.$executeRaw`select pg_notify(${SHOP_CHANNEL}, ${shop})`;
    invariant(row, "an upsert returns its row");
    return shopOf(row);
  });
}

/** Keeps what the shop is now; false, and nothing is kept, when it does not have the app (any more). */
export async function saveDetails(database: Database, shop: Shop, details: ShopDetails): Promise<boolean> {
  const { appId, name, currency, timezone, language, shipsTo, scopes } = details;
  return database.outside.$transaction(async (db) => {
    const count = await db.$executeRaw`
      update shops set app_id = ${appId}, name = ${name}, currency = ${currency}, timezone = ${timezone},
        language = ${language}, ships_to = ${shipsTo ? [...shipsTo] : null}::text[], scopes = ${[...scopes]}::text[]
      where shop = ${shop} and uninstalled_at is null`;
    if (count > 0) await db.$executeRaw`select pg_notify(${SHOP_CHANNEL}, ${shop})`;
    return count > 0;
  });
}

/**
 * Marks the shop as gone and drops its sessions, whose tokens Shopify has revoked. False when nothing was to do: the
 * shop is not known, has gone already, or was installed again after `at` (a late webhook).
 */
export async function saveUninstalled(database: Database, shop: Shop, at: Instant): Promise<boolean> {
  return database.outside.$transaction(async (db) => {
    const { count } = await db.shop.updateMany({
      where: { shop, uninstalledAt: null, installedAt: { lte: new Date(at) } },
      data: { uninstalledAt: new Date(at) },
    });
    if (count === 0) return false;
    await db.session.deleteMany({ where: { shop } });
    await db.$executeRaw`select pg_notify(${SHOP_GONE_CHANNEL}, ${shop})`;
    return true;
  });
}

/** From now on what we hold of a customer's orders is not all there is. */
export async function forgetThatItBeganEmpty({ db, shop }: Tenant): Promise<void> {
  await db.shop.updateMany({ where: { shop }, data: { beganEmpty: false } });
}

/** Undefined when it never installed the app; look at `uninstalledAt` for whether it has it still. */
export async function loadShop(database: Database, shop: Shop): Promise<KnownShop | undefined> {
  const row = await database.outside.shop.findUnique({ where: { shop } });
  return row ? shopOf(row) : undefined;
}

/** The transaction's own shop, if it has the app now. */
export async function loadInstalled({ db, shop }: Tenant): Promise<KnownShop | undefined> {
  const row = await db.shop.findFirst({ where: { shop, uninstalledAt: null } });
  return row ? shopOf(row) : undefined;
}

/** Whether the transaction's own shop has the app now. */
export async function isInstalled({ db, shop }: Tenant): Promise<boolean> {
  return (await db.shop.count({ where: { shop, uninstalledAt: null } })) === 1;
}

/** Those that have the app now, in the order of their addresses. */
export async function installedShops(database: Database): Promise<KnownShop[]> {
  const rows = await database.outside.shop.findMany({ where: { uninstalledAt: null }, orderBy: { shop: "asc" } });
  return rows.map(shopOf);
}

function shopOf(row: ShopRow): KnownShop {
  const currency = parseCurrency(row.currency);
  invariant(currency, `shop ${row.shop} is kept with the currency ${row.currency}`);
  return {
    shop: row.shop as Shop,
    appId: row.appId,
    name: row.name,
    currency,
    timezone: row.timezone,
    language: row.language,
    ...(row.shipsTo?.length > 0 && { shipsTo: row.shipsTo }),
    scopes: row.scopes,
    beganEmpty: row.beganEmpty,
    installedAt: row.installedAt.getTime(),
    ...(row.uninstalledAt && { uninstalledAt: row.uninstalledAt.getTime() }),
  };
}
