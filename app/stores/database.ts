import { AsyncLocalStorage } from "node:async_hooks";
import { PrismaPg } from "@prisma/adapter-pg";
import { type Prisma, PrismaClient } from "@prisma/client";
import pg from "pg";
import type { Shop } from "#app/core/values/ids.ts";
import { asAppRole, asLoginRole } from "#app/platform/connection-roles.ts";
import { asAppError, surviveBrokenConnections } from "./broken-connections.ts";
import { openListener } from "./listener.ts";

/** One process's way into PostgreSQL: a pool of ten connections, all of the role that row-level security binds. */
export interface Database {
  /**
   * The only door to the tenants' tables: one transaction that carries the shop, committed when `work` resolves, rolled
   * back when it throws. Waits up to 5 s for a connection and runs up to 10 s; past either, or without a server, an
   * AppError of status 503.
   */
  inShop<T>(shop: Shop, work: (tenant: Tenant) => Promise<T>): Promise<T>;
  /** For the tables of outside-tenants.ts. On any other it reads no row and writes none: no shop is set. */
  readonly outside: PrismaClient;
  /** The login itself, not the app's role: for graphile-worker, whose tables that role may not touch. */
  readonly connectionString: string;
  /**
   * Hears NOTIFY on a channel, until the returned function is called. The connection renews itself; `missed` is called
   * after each renewal, since what was notified meanwhile is lost.
   */
  listen(channel: string, heard: (payload: string) => void, missed?: () => void): Promise<() => Promise<void>>;
  close(): Promise<void>;
}

/** An open transaction of one shop: every store function takes it first. */
export interface Tenant {
  readonly shop: Shop;
  readonly db: Prisma.TransactionClient;
}

/** Opens without connecting: the first query does. `url` is a session connection, with or without the role in it. */
export function openDatabase(url: string): Database {
  const pool = new pg.Pool({
    connectionString: asAppRole(url),
    Client: TenantClient,
    max: 10,
    connectionTimeoutMillis: 5_000,
    keepAlive: true,
  });
  // An idle connection that breaks is dropped by the pool; without a listener it would end the process.
  pool.on("error", () => undefined);
  surviveBrokenConnections(pool);
  const outside = new PrismaClient({ adapter: new PrismaPg(pool), errorFormat: "minimal" });
  const listener = openListener(asAppRole(url));
  return {
    outside,
    connectionString: asLoginRole(url),
    listen: listener.listen,
    inShop: (shop, work) =>
      nextTransaction.run({ shop, begun: false }, () =>
        outside
          .$transaction((db) => work({ shop, db }), { maxWait: 5_000, timeout: 10_000 })
          .catch((error: unknown) => {
            throw asAppError(error) ?? error;
          }),
      ),
    close: async () => {
      await listener.close();
      await outside.$disconnect();
      if (!pool.ended) await pool.end();
    },
  };
}

/** The shop whose transaction is about to begin in this chain of calls; `begun` keeps an inner one from taking it too. */
const nextTransaction = new AsyncLocalStorage<{ readonly shop: Shop; begun: boolean }>();

/**
 * Sends `BEGIN` and the shop in one message, so that a tenant's transaction costs no round trip more than a bare one.
 * If the shop were ever not there to be sent, the policies would show no row: it fails closed.
 */
class TenantClient extends pg.Client {
  constructor(config?: string | pg.ClientConfig) {
    super(config);
    const send = this.query.bind(this) as (...parameters: unknown[]) => unknown;
    this.query = ((...[query, ...rest]: unknown[]) => send(carryingShop(query), ...rest)) as typeof this.query;
  }
}

function carryingShop(query: unknown): unknown {
  const carried = nextTransaction.getStore();
  if (!carried || carried.begun || !isBegin(query)) return query;
  carried.begun = true;
  return { ...query, text: `BEGIN; select set_config('app.shop', ${pg.escapeLiteral(carried.shop)}, true)` };
}

function isBegin(query: unknown): query is { readonly text: string } {
  return typeof query === "object" && query !== null && "text" in query && query.text === "BEGIN";
}
