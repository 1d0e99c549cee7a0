import { type ExportKind, exportKindOf } from "#app/core/values/export-kind.ts";
import type { Told } from "#app/core/values/say.ts";
import type { ExportTold } from "#app/stores/read-models/exports-screen.ts";

/** What a merchant asks of their files. `run` is the one that they saw: one that replaced it meanwhile is left. */
export type ExportsAsk =
  | { readonly intent: "start"; readonly kind: ExportKind }
  | { readonly intent: "cancel"; readonly kind: ExportKind; readonly run: string };

/** How the files stand after it. */
export type ExportsAnswer =
  | { readonly kind: "told"; readonly exports: readonly ExportTold[] }
  | { readonly kind: "failed"; readonly why: Told };

/** Undefined when the body is none: it comes from a browser. */
export function readExportsAsk(body: unknown): ExportsAsk | undefined {
  if (typeof body !== "object" || body === null) return undefined;
  const { intent, kind: named, run } = body as Readonly<Record<string, unknown>>;
  const kind = exportKindOf(named);
  if (!kind) return undefined;
  if (intent === "start") return { intent, kind };
  return intent === "cancel" && typeof run === "string" && isRun(run) ? { intent, kind, run } : undefined;
}

/** A UUID: what it is compared with is text, which takes anything else for none. */
export function isRun(text: string | undefined): text is string {
  return /^[0-9a-f-]{36}$/.test(text ?? "");
}
