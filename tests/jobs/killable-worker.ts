import { startWorker } from "#app/jobs/worker.ts";
import { openLog } from "#app/platform/log.ts";
import { idleHandlers } from "#tests/support/idle-handlers.ts";

/** A process with one worker, for tests that end it: says "began 1" and, after its time, "done 1" of each order. */
const { DATABASE_URL = "", JOB_TAKES_MS = "0", LOOK_EVERY_MS = "0" } = process.env;
const handlers = idleHandlers({
  "attribute-order": async ({ order }) => {
    console.log(`began ${order}`);
    await new Promise((resolve) => setTimeout(resolve, Number(JOB_TAKES_MS)));
    console.log(`done ${order}`);
  },
});
await startWorker({
  connectionString: DATABASE_URL,
  handlers,
  log: openLog({ level: "silent" }),
  lookForAbandonedJobsEveryMs: Number(LOOK_EVERY_MS),
});
console.log("works");
