import pg from "pg";
import type { Shop } from "#app/core/values/ids.ts";
import { asAppRole } from "#app/platform/connection-roles.ts";

/**
 * Reads that a shopper waits for, beside `inShop`: on connections of their own, so that neither saves under way nor a
 * pool that is used up can keep a decision waiting. They carry the shop as every transaction does, and cannot write.
 */
export interface QuickReads {
  /** The rows, or undefined when they have not come within `ms` or the database is away: never rejects. */
  inShop<Row extends pg.QueryResultRow>(shop: Shop, query: QuickQuery, ms: number): Promise<Row[] | undefined>;
  /** Connects, so that the first who asks need not wait for that. */
  warm(): Promise<void>;
  close(): Promise<void>;
}

interface QuickQuery {
  readonly text: string;
  readonly values: readonly unknown[];
}

/** A connection that has not answered for so long has fallen silent and is given up: two hundred decisions went on without. */
const SILENT_MS = 1_000;

/** Opens without connecting. `failed` hears of each read that the database refused, not of those that came too late. */
export function openQuickReads(url: string, failed: (error: unknown) => void = () => undefined): QuickReads {
  const pool = new pg.Pool({
    connectionString: asAppRole(url),
    max: 4,
    connectionTimeoutMillis: 2_000,
    query_timeout: SILENT_MS,
    idleTimeoutMillis: 0,
    allowExitOnIdle: true,
    keepAlive: true,
  });
  pool.on("error", () => undefined);
  // While it is lent the pool does not listen: a connection that breaks then would end the process.
  pool.on("connect", (client) => void client.on("error", () => undefined));

  return {
    inShop: async <Row extends pg.QueryResultRow>(shop: Shop, query: QuickQuery, ms: number) => {
      let isLate = false;
      let timer: NodeJS.Timeout | undefined;
      const late = new Promise<undefined>((resolve) => {
        const giveUp = () => {
          isLate = true;
          resolve(undefined);
        };
        // What has arrived by then is taken first, also where this process was too busy to look.
        timer = setTimeout(() => setImmediate(giveUp), ms);
      });
      const rows = readInShop<Row>(pool, shop, query, () => isLate).catch((error: unknown) => {
        failed(error);
        return undefined;
      });
      try {
        return await Promise.race([rows, late]);
      } finally {
        clearTimeout(timer);
      }
    },
    warm: async () => {
      const client = await pool.connect();
      client.release();
    },
    close: () => pool.end(),
  };
}

/** One that begins when nobody waits any more gives its connection to the next at once. */
async function readInShop<Row extends pg.QueryResultRow>(
  pool: pg.Pool,
  shop: Shop,
  { text, values }: QuickQuery,
  isLate: () => boolean,
): Promise<Row[] | undefined> {
  const client = await pool.connect();
  if (isLate()) {
    client.release();
    return undefined;
  }
  try {
    await client.query(`BEGIN READ ONLY; select set_config('app.shop', ${pg.escapeLiteral(shop)}, true)`);
    const { rows } = await client.query<Row>(text, [...values]);
    // Nobody waits for the end of a transaction that has only read.
    client.query("COMMIT").then(
      () => client.release(),
      () => client.release(true),
    );
    return rows;
  } catch (error) {
    client.release(true);
    throw error;
  }
}
