/** What a shop can be given as a file: its orders as a table, or everything we keep of it as JSON lines. */
export const EXPORT_KINDS = ["orders", "everything"] as const;
export type ExportKind = (typeof EXPORT_KINDS)[number];

/** Undefined when `text` names none. */
export function exportKindOf(text: unknown): ExportKind | undefined {
  return EXPORT_KINDS.find((kind) => kind === text);
}

/** How long a file that is ready can be downloaded: a week. */
export const EXPORT_KEPT_MS = 7 * 86_400_000;
