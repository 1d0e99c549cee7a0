import { Prisma } from "@prisma/client";
import type pg from "pg";
import { AppError } from "#app/platform/app-error.ts";

/** Past the ten seconds that a transaction may run, and the time to roll it back. */
const LENT_MOST_MS = 15_000;

/**
 * Lets connections break without harm, at whatever moment and in whatever way.
 *
 * - One that ends in the middle of a transaction gives its place back to the pool. Prisma 6.19 answers the broken
 *   statement with a ROLLBACK, which fails too, and then forgets to release: measured, ten such transactions (one restart of
 *   the database under load) and a pool of ten is exhausted for good.
 * - One that falls silent (a proxy, a partition) is ended when it has been lent for too long: statement and ROLLBACK would
 *   wait on it forever.
 * - Between its release and the pool's own listener nobody hears a connection's error, and an error that nobody hears ends the
 *   process.
 */
export function surviveBrokenConnections(pool: pg.Pool, lentMostMs = LENT_MOST_MS): void {
  const lent = new Map<pg.PoolClient, NodeJS.Timeout>();
  pool.on("acquire", (client) => {
    lent.set(client, setTimeout(() => void endOf(client), lentMostMs).unref());
  });
  pool.on("release", (_error, client) => {
    clearTimeout(lent.get(client));
    lent.delete(client);
  });
  pool.on("connect", (client) => {
    client.on("error", () => undefined);
    client.once("end", () => {
      if (!lent.has(client)) return;
      client.release(true);
      // Should Prisma release it after all: it has been.
      client.release = () => undefined;
    });
  });
}

/** `end` cuts the socket where a statement is still waiting. It is on pg's clients, and not in the pool's type of them. */
function endOf(client: pg.PoolClient): Promise<void> {
  return (client as unknown as pg.Client).end().catch(() => undefined);
}

/** The AppError of 503 that an error of the database stands for; undefined for any other, which is a bug. */
export function asAppError(error: unknown): AppError | undefined {
  const code = error instanceof Prisma.PrismaClientKnownRequestError ? error.code : "";
  if (BUSY.has(code)) {
    return new AppError("database-busy", 503, "The database is busy.", { retryAfterSeconds: 2, cause: error });
  }
  if (AWAY.has(code) || AWAY_STATE.test(stateOf(error)) || isBroken(error)) {
    return new AppError("database-away", 503, "The database does not answer.", { retryAfterSeconds: 5, cause: error });
  }
  return undefined;
}

/** P2024, P2028 and P2037: no connection or no time left. P1001, P1002, P1008 and P1017: the server is away. */
const BUSY = new Set(["P2024", "P2028", "P2037"]);
const AWAY = new Set(["P1001", "P1002", "P1008", "P1017"]);

/** SQLSTATE: a connection failed (08…), the server stops, crashes or starts (57P01 to 57P03). */
export const AWAY_STATE = /^(08|57P0[1-3])/;

/** Prisma wraps it in its own error while a statement runs, and hands the adapter's through when a transaction ends. */
function stateOf(error: unknown): string {
  const adapterError = error instanceof Prisma.PrismaClientKnownRequestError ? error.meta?.driverAdapterError : error;
  const { cause } = (adapterError ?? {}) as { readonly cause?: { readonly originalCode?: unknown } };
  return typeof cause?.originalCode === "string" ? cause.originalCode : "";
}

/** pg 8.23 says these in words only, and Prisma hands them through. */
function isBroken(error: unknown): boolean {
  return (
    error instanceof Error &&
    /^(Connection terminated|timeout exceeded when trying to connect|Client (has encountered|was closed))/.test(
      error.message,
    )
  );
}
