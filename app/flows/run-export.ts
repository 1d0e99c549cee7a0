import { promisify } from "node:util";
import { gzip } from "node:zlib";
import { EXPORT_KEPT_MS } from "#app/core/values/export-kind.ts";
import type { Shop } from "#app/core/values/ids.ts";
import { jobFor } from "#app/jobs/catalogue.ts";
import type { Clock } from "#app/platform/clock.ts";
import type { Log } from "#app/platform/log.ts";
import type { Database, Tenant } from "#app/stores/database.ts";
import { enqueue } from "#app/stores/enqueue.ts";
import { type ExportRun, failExport, keepExportPage, takeExport } from "#app/stores/exports.ts";
import { exportedPages } from "./exported-pages.ts";

export interface ExportNeeds {
  readonly database: Pick<Database, "inShop">;
  readonly now: Clock;
  readonly log: Log;
}

export type ExportOutcome =
  | "ready"
  /** The next job is asked for. */
  | "goes-on"
  /** It was cancelled, replaced, or is written already. */
  | "not-mine"
  /** It cannot be written, and says so. */
  | "failed";

/** A job ends within some seconds, so that other work has its turn and a process that stops loses one page at most. */
const PAGES_OF_A_JOB = 20;
/** Of one job: after that the merchant is told, who may ask again. */
const TRIES_MOST = 5;

const gzipped = promisify(gzip);

/**
 * Writes the file on from where it stands, page after page. Each page is kept with the place where the next one begins, so
 * that a job that dies is gone on with and no row is written twice. `attempt` counts from 1; before the last one a
 * database that is away throws, for the job to be tried again.
 */
export async function runExport(
  needs: ExportNeeds,
  { shop, ...file }: { readonly shop: Shop } & ExportRun,
  attempt: number,
): Promise<ExportOutcome> {
  try {
    for (let page = 1; page <= PAGES_OF_A_JOB; page += 1) {
      const outcome = await needs.database.inShop(shop, (tenant) =>
        writePage(tenant, file, { isLastOfJob: page === PAGES_OF_A_JOB, now: needs.now }),
      );
      if (outcome !== "written") return outcome;
    }
    return "goes-on";
  } catch (err) {
    if (attempt < TRIES_MOST) throw err;
    needs.log.error({ err, shop, ...file }, "an export could not be written");
    await needs.database.inShop(shop, (tenant) => failExport(tenant, file, needs.now()));
    return "failed";
  }
}

async function writePage(
  tenant: Tenant,
  file: ExportRun,
  { isLastOfJob, now }: { readonly isLastOfJob: boolean; readonly now: Clock },
): Promise<"written" | "ready" | "not-mine"> {
  const writing = await takeExport(tenant, file);
  if (!writing) return "not-mine";
  const { text, rows, next } = await exportedPages[file.kind].page(tenant, writing.cursor);
  const at = now();
  const content = await gzipped(text);
  const bytes = file.kind === "orders" ? Buffer.byteLength(text) : content.length;
  await keepExportPage(tenant, file, writing, { content, bytes, rows, next }, at);
  if (next === undefined) {
    const [name, payload, options] = jobFor("drop-export", file);
    await enqueue(tenant, name, payload, { ...options, runAt: at + EXPORT_KEPT_MS });
    return "ready";
  }
  if (isLastOfJob) await enqueue(tenant, ...jobFor("export-data", file));
  return "written";
}
