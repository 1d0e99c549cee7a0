import type { ExportKind } from "#app/core/values/export-kind.ts";
import type { Instant } from "#app/core/values/instant.ts";
import type { Tenant } from "../database.ts";

/** A file that was asked for: how far it is. */
export interface ExportTold {
  readonly kind: ExportKind;
  readonly run: string;
  readonly state: "under-way" | "ready" | "failed";
  readonly rowsDone: number;
  /** As counted when it was asked for: some may have come or gone since. */
  readonly rowsTotal: number;
  /** Of the file as it is downloaded, so far. */
  readonly bytes: number;
  readonly askedAt: Instant;
  readonly endedAt?: Instant;
}

/** The shop's files, at most one of each kind. */
export async function loadExports({ db, shop }: Tenant): Promise<ExportTold[]> {
  const rows = await db.export.findMany({ where: { shop }, orderBy: { kind: "asc" }, omit: { cursor: true } });
  return rows.map(({ kind, run, state, rowsDone, rowsTotal, bytes, askedAt, endedAt }) => ({
    kind: kind as ExportKind,
    run,
    state: state as ExportTold["state"],
    rowsDone,
    rowsTotal,
    bytes: Number(bytes),
    askedAt: askedAt.getTime(),
    ...(endedAt && { endedAt: endedAt.getTime() }),
  }));
}

/** One piece of a ready file, gzipped; undefined past the last, and of a file that is not ready or gone. */
export async function loadExportPiece(
  { db, shop }: Tenant,
  { kind, run }: Pick<ExportTold, "kind" | "run">,
  piece: number,
): Promise<{ readonly content: Uint8Array; readonly isLast: boolean } | undefined> {
  const [row] = await db.$queryRaw<{ content: Uint8Array; isLast: boolean }[]>`
    select content, not exists (
        select from export_pieces later where later.shop = ${shop} and later.run = ${run} and later.piece > ${piece}
      ) as "isLast"
    from export_pieces join exports using (shop, run)
    where shop = ${shop} and kind = ${kind} and run = ${run} and piece = ${piece} and state = 'ready'`;
  return row;
}
