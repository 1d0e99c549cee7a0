import { Logger, runOnce } from "graphile-worker";
import type { JobHandlers } from "#app/jobs/handlers.ts";
import { taskListOf } from "#app/jobs/worker.ts";
import { silentLog } from "./shopify-app.ts";
import type { TestDatabase } from "./test-database.ts";

/** Does the jobs that wait, several at a time as a worker would, until none is due. */
export function drainJobs({ ownerUrl }: TestDatabase, handlers: JobHandlers, concurrency = 4): Promise<void> {
  return runOnce({
    connectionString: ownerUrl,
    taskList: taskListOf(handlers, silentLog),
    concurrency,
    noHandleSignals: true,
    logger: new Logger(() => () => undefined),
  });
}
