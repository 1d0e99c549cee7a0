import type pg from "pg";

/**
 * What shows other processes that a worker lives: a session advisory lock under its id, on a connection of its own. The
 * lock ends with the process, however that ends.
 */
export interface SignOfLife {
  /** Aborts as soon as the connection is known to be broken: the sign is then to be given again. */
  readonly lost: AbortSignal;
  /** The workers that have jobs locked and give no sign now: dead, or about to connect again. Rejects when ours is lost. */
  silentWorkers(): Promise<readonly string[]>;
  /** Unlocks the jobs of these workers, for whoever takes them next. */
  giveBackJobsOf(workers: readonly string[]): Promise<void>;
  end(): void;
}

/** A connection that has not answered for so long has fallen silent and is given up. */
const PATIENCE_MS = 5_000;

/**
 * A machine that vanishes without a word holds its lock until the server misses it: within half a minute by these, and
 * not within Linux's two hours.
 */
const KEEPALIVES = `
  set_config('tcp_keepalives_idle', '15', false),
  set_config('tcp_keepalives_interval', '5', false),
  set_config('tcp_keepalives_count', '3', false)`;

/** Shared: after a break, the connection that the server has not missed yet must not keep the next one waiting. */
const LOCK = "pg_advisory_lock_shared(hashtext('encore worker'), hashtext($1))";

const SILENT_WORKERS = `
  select distinct locked_by as worker from graphile_worker.jobs
  where locked_by is not null and not exists (
    select from pg_locks
    where locktype = 'advisory' and granted and objsubid = 2
      and database = (select oid from pg_database where datname = current_database())
      and classid = hashtext('encore worker')::oid and objid = hashtext(locked_by)::oid
  )`;

/** Gives the sign until its `end`, or until the connection breaks. Rejects when the database is away. */
export async function giveSignOfLife(pool: pg.Pool, worker: string): Promise<SignOfLife> {
  const client = await pool.connect();
  const lost = new AbortController();
  let isEnded = false;
  const end = () => {
    if (isEnded) return;
    isEnded = true;
    lost.abort();
    client.release(true);
  };
  client.once("end", end);
  const ask = async <Row extends pg.QueryResultRow>(text: string, values: unknown[] = []): Promise<Row[]> => {
    const question: pg.QueryConfig & { query_timeout: number } = { text, values, query_timeout: PATIENCE_MS };
    try {
      return (await client.query<Row>(question)).rows;
    } catch (error) {
      end();
      throw error;
    }
  };
  await ask(`select ${KEEPALIVES}, ${LOCK}`, [worker]);
  return {
    lost: lost.signal,
    silentWorkers: async () => (await ask<{ worker: string }>(SILENT_WORKERS)).map(({ worker }) => worker),
    giveBackJobsOf: async (workers) => void (await ask("select graphile_worker.force_unlock_workers($1)", [workers])),
    end,
  };
}
