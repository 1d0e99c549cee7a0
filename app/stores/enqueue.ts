import type { Instant } from "#app/core/values/instant.ts";
import type { Tenant } from "./database.ts";
import { jsonTextToStore } from "./stored-json.ts";

/**
 * Asks for a job in the same transaction as the change that needs it: both happen or neither. The job's payload is
 * `payload` with `shop` added from the transaction, never from the caller. A `jobKey` (unique within the shop) replaces
 * a job of that key that still waits.
 */
export async function enqueue(
  tenant: Tenant,
  jobName: string,
  payload: Readonly<Record<string, unknown>>,
  { jobKey, runAt }: { readonly jobKey?: string; readonly runAt?: Instant } = {},
): Promise<void> {
  const at = runAt === undefined ? null : new Date(runAt);
  await tenant.db.$executeRaw`
    select encore_enqueue(${jobName}, ${jsonTextToStore(payload)}::jsonb, ${jobKey ?? null}, ${at}::timestamptz)`;
}
