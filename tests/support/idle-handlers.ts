import { clockJobs, shopJobs } from "#app/jobs/catalogue.ts";
import type { JobHandlers } from "#app/jobs/handlers.ts";

/** Handlers that do nothing, but for those that a test is about. */
export function idleHandlers(those: Partial<JobHandlers>): JobHandlers {
  const names = [...Object.keys(shopJobs), ...Object.keys(clockJobs)];
  const idle = Object.fromEntries(names.map((name) => [name, async () => undefined]));
  return { ...(idle as unknown as JobHandlers), ...those };
}
