import type { Prisma } from "@prisma/client";
import type { ExportKind } from "#app/core/values/export-kind.ts";
import type { Instant } from "#app/core/values/instant.ts";
import type { Tenant } from "./database.ts";
import { jsonTextToStore } from "./stored-json.ts";

/** One of a shop's files: which kind, and which time it was asked for. */
export interface ExportRun {
  readonly kind: ExportKind;
  /** Another one each time. */
  readonly run: string;
}

/** Where its writing stands. */
export interface ExportWriting {
  /** What the last page gave; undefined before the first. */
  readonly cursor?: Prisma.JsonValue;
  /** How many of it there are. */
  readonly pieces: number;
}

/** A page of the file. */
export interface ExportPage {
  /** Gzipped. */
  readonly content: Buffer;
  /** Of it as it is downloaded: compressed or not. */
  readonly bytes: number;
  readonly rows: number;
  /** Undefined of the last page. */
  readonly next: unknown;
}

/** Begins a file anew, in place of one of its kind. False, and nothing happens, while one of them is being written. */
export async function beginExport(
  tenant: Tenant,
  { kind, run }: ExportRun,
  { rowsTotal, by, now }: { readonly rowsTotal: number; readonly by: string; readonly now: Instant },
): Promise<boolean> {
  const { db, shop } = tenant;
  const begun = await db.$executeRaw`
    insert into exports as kept (shop, kind, run, state, rows_total, asked_by, asked_at)
    values (${shop}, ${kind}, ${run}, 'under-way', ${rowsTotal}, ${by}, ${new Date(now)})
    on conflict (shop, kind) do update set run = excluded.run, state = excluded.state, cursor = null, pieces = 0, rows_done = 0,
      rows_total = excluded.rows_total, bytes = 0, asked_by = excluded.asked_by, asked_at = excluded.asked_at, ended_at = null
    where kept.state <> 'under-way'`;
  if (begun === 1) await dropPiecesOfNone(tenant);
  return begun === 1;
}

/**
 * Takes the file's writing, and nobody else has it until the transaction ends. Undefined when this run is written,
 * cancelled, or replaced by another.
 */
export async function takeExport({ db, shop }: Tenant, { kind, run }: ExportRun): Promise<ExportWriting | undefined> {
  const [row] = await db.$queryRaw<{ cursor: Prisma.JsonValue; pieces: number }[]>`
    select cursor, pieces
    from exports where shop = ${shop} and kind = ${kind} and run = ${run} and state = 'under-way' for update`;
  return row && { pieces: row.pieces, ...(row.cursor === null ? {} : { cursor: row.cursor }) };
}

/** Keeps a page of what was taken, and with the last one that the file is ready. */
export async function keepExportPage(
  { db, shop }: Tenant,
  { kind, run }: ExportRun,
  { pieces }: ExportWriting,
  { content, bytes, rows, next }: ExportPage,
  now: Instant,
): Promise<void> {
  const isLast = next === undefined;
  await db.exportPiece.create({ data: { shop, run, piece: pieces, content: new Uint8Array(content) } });
  await db.$executeRaw`
    update exports set cursor = ${isLast ? null : jsonTextToStore(next)}::jsonb, pieces = pieces + 1, rows_done = rows_done + ${rows},
      bytes = bytes + ${BigInt(bytes)}, state = ${isLast ? "ready" : "under-way"}, ended_at = ${isLast ? new Date(now) : null}
    where shop = ${shop} and kind = ${kind} and run = ${run}`;
}

/** It could not be written: what was of it goes. Nothing happens when the run is not being written any more. */
export async function failExport(tenant: Tenant, { kind, run }: ExportRun, now: Instant): Promise<void> {
  const { db, shop } = tenant;
  const failed = await db.export.updateMany({
    where: { shop, kind, run, state: "under-way" },
    data: { state: "failed", endedAt: new Date(now) },
  });
  if (failed.count > 0) await db.exportPiece.deleteMany({ where: { shop, run } });
}

/** Forgets the file, whatever has been written of it. False when there is no such run any more. */
export async function dropExport({ db, shop }: Tenant, { kind, run }: ExportRun): Promise<boolean> {
  const dropped = await db.export.deleteMany({ where: { shop, kind, run } });
  await db.exportPiece.deleteMany({ where: { shop, run } });
  return dropped.count > 0;
}

/** Forgets every file of the kind: what it tells is not to be told any more. */
export async function dropExportsOf(tenant: Tenant, kind: ExportKind): Promise<void> {
  await tenant.db.export.deleteMany({ where: { shop: tenant.shop, kind } });
  await dropPiecesOfNone(tenant);
}

async function dropPiecesOfNone({ db, shop }: Tenant): Promise<void> {
  await db.$executeRaw`
    delete from export_pieces where shop = ${shop} and run not in (select run from exports where shop = ${shop})`;
}
