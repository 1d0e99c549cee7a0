import { promisify } from "node:util";
import { gunzip } from "node:zlib";
import type { Shop } from "#app/core/values/ids.ts";
import { AppError } from "#app/platform/app-error.ts";
import type { Database } from "#app/stores/database.ts";
import type { ExportRun } from "#app/stores/exports.ts";
import { loadExportPiece } from "#app/stores/read-models/exports-screen.ts";

const gunzipped = promisify(gunzip);

/**
 * A file that is ready, sent as it is read, a piece at a time: orders as CSV, everything as gzipped JSON lines (gzips one
 * after the other are one: RFC 1952 §2.2). Undefined when there is no such file, or not any more; one that goes while it
 * is being sent breaks off.
 */
export async function readExport(
  { database }: { readonly database: Pick<Database, "inShop"> },
  { shop, kind, run }: { readonly shop: Shop } & ExportRun,
): Promise<ReadableStream<Uint8Array> | undefined> {
  const load = (piece: number) => database.inShop(shop, (tenant) => loadExportPiece(tenant, { kind, run }, piece));
  let next = await load(0);
  if (!next) return undefined;
  let read = 0;
  return new ReadableStream({
    pull: async (controller) => {
      if (!next) throw new AppError("export-gone", 410, "The file is gone.");
      const { content, isLast } = next;
      controller.enqueue(kind === "orders" ? await gunzipped(content) : content);
      if (isLast) return controller.close();
      read += 1;
      next = await load(read);
    },
  });
}
