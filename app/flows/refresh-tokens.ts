import type { Log } from "#app/platform/log.ts";
import type { FreshSessions } from "#app/shopify/fresh-sessions.ts";
import type { Database } from "#app/stores/database.ts";
import { installedShops } from "#app/stores/shops.ts";

/** A refresh token lives 90 days: two weeks leave time to notice that renewing fails. */
const WITHIN_MS = 14 * 24 * 3_600_000;

/** Renews the tokens of shops that nothing was asked of for months. Gives how many were renewed, and how many failed. */
export async function refreshTokens({
  database,
  sessions,
  log,
}: {
  readonly database: Database;
  readonly sessions: Pick<FreshSessions, "keepAlive">;
  readonly log: Log;
}): Promise<{ readonly renewed: number; readonly failed: number }> {
  const count = { fresh: 0, renewed: 0, failed: 0 };
  for (const { shop } of await installedShops(database)) count[await sessions.keepAlive(shop, WITHIN_MS)]++;
  log.info(count, "refresh tokens were looked after");
  return count;
}
