import { EventEmitter } from "node:events";
import { Logger, parseCronItems, run, type TaskList, type WorkerEvents } from "graphile-worker";
import { z } from "zod";
import type { Shop } from "#app/core/values/ids.ts";
import { AppError } from "#app/platform/app-error.ts";
import type { Log } from "#app/platform/log.ts";
import { patientPool } from "#app/stores/patient-pool.ts";
import { giveBackAbandonedJobs } from "./abandoned-jobs.ts";
import { type ClockJob, clockJobs, type ShopJob, shopJobs } from "./catalogue.ts";
import type { JobHandlers } from "./handlers.ts";

export interface Worker {
  /** Takes no more jobs and waits for those under way; what is not done within 10 s is another worker's, or the next start's. */
  stop(): Promise<void>;
}

export interface WorkerNeeds {
  /** The login that owns graphile-worker's tables, on a session connection. */
  readonly connectionString: string;
  readonly handlers: JobHandlers;
  readonly log: Log;
  /** Jobs at a time. Each may hold one connection of the exclusion's twelve, and a second while a token is refreshed. */
  readonly concurrency?: number;
  /** How often other workers are looked after; one that three looks in a row miss is dead, and its jobs are given back. */
  readonly lookForAbandonedJobsEveryMs?: number;
}

/** Starts on the jobs that wait and on those to come: NOTIFY tells of a new one, and the table is looked at every 2 s. */
export async function startWorker(needs: WorkerNeeds): Promise<Worker> {
  const { connectionString, handlers, log, concurrency = 4, lookForAbandonedJobsEveryMs: lookEveryMs } = needs;
  const { pool, end } = patientPool(connectionString);
  const events: WorkerEvents = new EventEmitter();
  let stopLooking = () => {};
  events.once("pool:create", ({ workerPool }) => {
    stopLooking = giveBackAbandonedJobs({ pool, worker: workerPool.id, log, lookEveryMs });
  });
  const runner = await run({
    pgPool: pool,
    events,
    concurrency,
    noHandleSignals: true,
    pollInterval: 2_000,
    gracefulShutdownAbortTimeout: 10_000,
    logger: workerLogger(log),
    taskList: taskListOf(handlers, log),
    parsedCronItems: parseCronItems(
      Object.entries(clockJobs).map(([task, { cron }]) => ({
        task,
        match: cron,
        identifier: task,
        options: { backfillPeriod: 24 * 3_600_000, jobKey: task, maxAttempts: 5 },
      })),
    ),
  }).catch(async (error: unknown) => {
    stopLooking();
    await end();
    throw error;
  });
  return { stop: () => runner.stop().finally(stopLooking).finally(end) };
}

/** The handlers as graphile-worker calls them: each payload is parsed before its handler sees it. */
export function taskListOf(handlers: JobHandlers, log: Log): TaskList {
  return { ...shopTasks(handlers, log), ...clockTasks(handlers) };
}

const withShop = z.object({ shop: z.string().regex(/^[a-z0-9][a-z0-9-]*\.myshopify\.com$/) });

function shopTasks(handlers: JobHandlers, log: Log): TaskList {
  return Object.fromEntries(
    (Object.keys(shopJobs) as ShopJob[]).map((name) => [
      name,
      async (payload: unknown, { job }: { readonly job: { readonly attempts: number } }) => {
        const shop = withShop.safeParse(payload);
        const parsed = shopJobs[name].payload.safeParse(payload);
        if (!shop.success || !parsed.success) {
          log.error({ job: name, payload }, "a job's payload is not what its name promises: it is dropped");
          return;
        }
        const handle = handlers[name] as (ask: object, attempt: number) => Promise<unknown>;
        await handle({ ...parsed.data, shop: shop.data.shop as Shop }, job.attempts);
      },
    ]),
  );
}

function clockTasks(handlers: JobHandlers): TaskList {
  const names = Object.keys(clockJobs) as ClockJob[];
  return Object.fromEntries(names.map((name) => [name, async () => void (await handlers[name]())]));
}

/** Failed jobs are ours to see: a bug as an error, a world that said no as a warning. The rest is graphile-worker's own. */
function workerLogger(log: Log): Logger {
  return new Logger(() => (level, message, meta) => {
    const err = typeof meta === "object" && meta !== null && "error" in meta ? meta.error : undefined;
    if (level === "error" && !(err instanceof AppError)) log.error({ from: "jobs", err }, message);
    else if (level === "error" || level === "warning") log.warn({ from: "jobs", err }, message);
    else log.debug({ from: "jobs" }, message);
  });
}
