import pg from "pg";
import { AWAY_STATE } from "./broken-connections.ts";

/** "Cannot connect now": graphile-worker tries again after 3 s and ever longer pauses, a hundred times over. */
const CANNOT_CONNECT_NOW = "57P03";

/**
 * A pool for graphile-worker that calls every broken connection by the code it tries again for. graphile-worker 0.18.0
 * tells the database that a job has ended without waiting for the answer: one that fails by another code is a rejection
 * that nobody hears, which ends the process, and the job stays locked for four hours.
 */
export function patientPool(connectionString: string): { readonly pool: pg.Pool; end(): Promise<void> } {
  const pool = new pg.Pool({
    connectionString,
    Client: PatientClient,
    max: 10,
    connectionTimeoutMillis: 10_000,
    keepAlive: true,
  });
  pool.on("error", () => undefined);
  pool.on("connect", (client) => void client.on("error", () => undefined));
  let isEnding = false;
  const connect = pool.connect.bind(pool) as (...parameters: unknown[]) => unknown;
  pool.connect = ((...parameters: unknown[]) => {
    // What still tries as the process stops is left to the next start: it must neither fail unheard nor go on for hours.
    if (isEnding) return new Promise(() => undefined);
    return patiently(connect(...parameters));
  }) as typeof pool.connect;
  return {
    pool,
    end: async () => {
      isEnding = true;
      await pool.end();
    },
  };
}

class PatientClient extends pg.Client {
  constructor(config?: string | pg.ClientConfig) {
    super(config);
    const send = this.query.bind(this) as (...parameters: unknown[]) => unknown;
    this.query = ((...parameters: unknown[]) => patiently(send(...parameters))) as typeof this.query;
  }
}

/** The same answer, but a promise that fails for want of a connection says so by `CANNOT_CONNECT_NOW`. */
function patiently(answer: unknown): unknown {
  if (!(answer instanceof Promise)) return answer;
  return answer.catch((error: unknown) => {
    const isRefusal = error instanceof pg.DatabaseError && !AWAY_STATE.test(error.code ?? "");
    throw isRefusal || !(error instanceof Error) ? error : Object.assign(error, { code: CANNOT_CONNECT_NOW });
  });
}
