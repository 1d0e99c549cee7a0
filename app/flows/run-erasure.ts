import type { Shop } from "#app/core/values/ids.ts";
import { jobFor } from "#app/jobs/catalogue.ts";
import type { Clock } from "#app/platform/clock.ts";
import type { Log } from "#app/platform/log.ts";
import type { Database } from "#app/stores/database.ts";
import { enqueue } from "#app/stores/enqueue.ts";
import { eraseSome, failErasure } from "#app/stores/erasures.ts";

/** A transaction may take ten seconds on a busy machine: this takes a fraction of one. */
const ROWS_AT_ONCE = 2_000;
/** A job ends within some seconds, so that other work has its turn. */
const TURNS_OF_A_JOB = 20;
/** Of one job: after that the merchant is told, who may ask again. */
const TRIES_MOST = 5;

/**
 * Erases on from where it stands, some rows in each transaction: a job that dies is gone on with. `attempt` counts from 1;
 * before the last one a database that is away throws, for the job to be tried again.
 */
export async function runErasure(
  { database, now, log }: { readonly database: Pick<Database, "inShop">; readonly now: Clock; readonly log: Log },
  { shop, run }: { readonly shop: Shop; readonly run: string },
  attempt: number,
): Promise<"done" | "goes-on" | "not-mine" | "failed"> {
  try {
    for (let turn = 1; turn <= TURNS_OF_A_JOB; turn += 1) {
      const outcome = await database.inShop(shop, async (tenant) => {
        const erased = await eraseSome(tenant, run, { limit: ROWS_AT_ONCE, now: now() });
        const isNextJobs = erased === "goes-on" && turn === TURNS_OF_A_JOB;
        if (isNextJobs) await enqueue(tenant, ...jobFor("erase-orders", { run }));
        return erased;
      });
      if (outcome !== "goes-on") return outcome;
    }
    return "goes-on";
  } catch (err) {
    if (attempt < TRIES_MOST) throw err;
    log.error({ err, shop, run }, "what is kept of orders could not be erased");
    await database.inShop(shop, (tenant) => failErasure(tenant, run, now()));
    return "failed";
  }
}
