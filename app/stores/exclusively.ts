import pg from "pg";
import { AppError } from "#app/platform/app-error.ts";
import { asAppRole } from "#app/platform/connection-roles.ts";

/**
 * Runs the work while nobody else, in this process or another on the same database, runs work of that name. Waits its
 * turn, then an AppError `busy`. Work of one name must not ask for the same name again.
 */
export type Exclusively = <T>(name: string, work: () => Promise<T>) => Promise<T>;

export interface Exclusion {
  /** Its turn is waited for 30 s. */
  readonly exclusively: Exclusively;
  /** The same, with another patience. */
  readonly exclusivelyWithin: (ms: number) => Exclusively;
  close(): Promise<void>;
}

const TURN_WITHIN_MS = 30_000;
/** A connection that has not answered a moment after that has fallen silent and is given up. */
const PATIENCE_MS = TURN_WITHIN_MS + 2_000;

/**
 * Session advisory locks, on connections of their own: work may take as long as Shopify takes to answer, which no
 * transaction should, and waiting for a turn must not use up the connections that those who have theirs need. A lock
 * dies with its connection, so a crash frees it.
 */
export function openExclusion(url: string): Exclusion {
  const pool = new pg.Pool({
    connectionString: asAppRole(url),
    max: 12,
    idleTimeoutMillis: 10_000,
    connectionTimeoutMillis: 30_000,
    allowExitOnIdle: true,
    keepAlive: true,
    query_timeout: PATIENCE_MS,
  });
  pool.on("error", () => undefined);
  // While it is lent the pool does not listen: a connection that breaks as Shopify is being asked would end the process.
  pool.on("connect", (client) => void client.on("error", () => undefined));
  const exclusivelyWithin =
    (ms: number): Exclusively =>
    async (name, work) => {
      const client = await pool.connect().catch((error: unknown) => {
        throw busy(name, error);
      });
      try {
        await lock(client, name, ms);
      } catch (error) {
        client.release(true);
        throw busy(name, error);
      }
      try {
        return await work();
      } finally {
        const unlocked = await client.query("select pg_advisory_unlock(hashtextextended($1, 0))", [name]).then(
          () => true,
          () => false,
        );
        client.release(!unlocked);
      }
    };
  return { exclusively: exclusivelyWithin(TURN_WITHIN_MS), exclusivelyWithin, close: () => pool.end() };
}

async function lock(client: pg.PoolClient, name: string, withinMs: number): Promise<void> {
  await client.query(`set lock_timeout = ${Math.round(withinMs)}`);
  await client.query("select pg_advisory_lock(hashtextextended($1, 0))", [name]);
}

function busy(name: string, cause: unknown): AppError {
  return new AppError("busy", 503, `No turn at "${name}" in time.`, { retryAfterSeconds: 5, cause });
}
