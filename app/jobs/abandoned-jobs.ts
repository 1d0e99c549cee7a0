import { setTimeout as after } from "node:timers/promises";
import type { Log } from "#app/platform/log.ts";
import { giveSignOfLife, type SignOfLife } from "#app/stores/sign-of-life.ts";

interface AbandonedJobsNeeds {
  readonly pool: Parameters<typeof giveSignOfLife>[0];
  /** What the worker's jobs are `locked_by`: in graphile-worker 0.18.0 the pool's id (dist/main.js, `batchGetJobs`). */
  readonly worker: string;
  readonly log: Log;
  readonly lookEveryMs?: number;
}

const LOOK_EVERY_MS = 20_000;
/** In a row: 40 s at least. A worker that lives gives its sign again within seconds of a break. */
const LOOKS_MISSED = 3;
const RENEW_AFTER_MS = [50, 250, 1_000, 2_000] as const;

/**
 * Gives back the jobs of workers that died in the middle, about a minute later, and shows the others that this one
 * lives; until the returned function is called. graphile-worker 0.18.0 itself leaves them locked for four hours
 * (dist/sql/resetLockedAt.js). Every worker on the database must do this, or its jobs are taken away from it.
 *
 * Only who gives a sign looks, and who had to give it again begins to count anew: after a restart of the database, which
 * ends all signs at once, everybody has the time of three looks to come back.
 */
export function giveBackAbandonedJobs(needs: AbandonedJobsNeeds): () => void {
  const { pool, worker, log, lookEveryMs = LOOK_EVERY_MS } = needs;
  let isStopping = false;
  let sign: SignOfLife | undefined;
  const live = async () => {
    for (let failures = 0; !isStopping; failures += 1) {
      try {
        sign = await giveSignOfLife(pool, worker);
        failures = 0;
        if (!isStopping) await look(sign, log, lookEveryMs);
      } catch (err) {
        const level = failures === 0 ? "warn" : "debug";
        if (!isStopping) log[level]({ from: "jobs", err }, "this worker's sign of life is lost, and given again");
      } finally {
        sign?.end();
      }
      await after(RENEW_AFTER_MS[failures] ?? RENEW_AFTER_MS.at(-1), undefined, { ref: false });
    }
  };
  void live();
  return () => {
    isStopping = true;
    sign?.end();
  };
}

/** Looks until the sign is lost, which it rejects with. */
async function look(sign: SignOfLife, log: Log, everyMs: number): Promise<never> {
  let missed = new Map<string, number>();
  for (;;) {
    const silent = await sign.silentWorkers();
    missed = new Map(silent.map((worker) => [worker, (missed.get(worker) ?? 0) + 1]));
    const dead = silent.filter((worker) => (missed.get(worker) ?? 0) >= LOOKS_MISSED);
    if (dead.length > 0) {
      await sign.giveBackJobsOf(dead);
      log.warn({ from: "jobs", workers: dead }, "workers died in the middle of jobs: these are given to others");
    }
    await after(everyMs, undefined, { ref: false, signal: sign.lost });
  }
}
