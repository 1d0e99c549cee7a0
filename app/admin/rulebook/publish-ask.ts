import type { Told } from "#app/core/values/say.ts";

/** What the page that publishes asks of the server. */
export interface PublishAsk {
  /** Whom: a share is a whole number of percent from 1 to 99. */
  readonly to: "everyone" | { readonly percent: number };
  readonly note?: string;
  /** Of the draft that the merchant saw. */
  readonly expectedRevision: number;
}

export type PublishAnswer =
  | { readonly kind: "published"; readonly to: PublishAsk["to"]; readonly missing: number }
  | { readonly kind: "changed-meanwhile" | "nothing-to-try-against" }
  | { readonly kind: "trial-running"; readonly version: number; readonly percent: number }
  | { readonly kind: "failed"; readonly why: Told };

/** Characters of a note. */
export const NOTE_MOST = 200;

/** The body of a request as an ask; undefined when it is none. */
export function readPublishAsk(body: unknown): PublishAsk | undefined {
  if (typeof body !== "object" || body === null) return undefined;
  const { to, note, expectedRevision } = body as Readonly<Record<string, unknown>>;
  if (!Number.isSafeInteger(expectedRevision)) return undefined;
  const whom = to === "everyone" ? to : shareIn(to);
  if (whom === undefined || (note !== undefined && typeof note !== "string")) return undefined;
  const written = note?.replaceAll("\0", "").trim().slice(0, NOTE_MOST).toWellFormed();
  return { to: whom, expectedRevision: expectedRevision as number, ...(written ? { note: written } : {}) };
}

function shareIn(to: unknown): { readonly percent: number } | undefined {
  if (typeof to !== "object" || to === null || !("percent" in to)) return undefined;
  const percent = wholePercent(to.percent);
  return percent === undefined ? undefined : { percent };
}

/** 1 to 99, from what was typed or sent; undefined for anything else. */
export function wholePercent(value: unknown): number | undefined {
  const percent = typeof value === "string" && /^\d{1,2}$/.test(value.trim()) ? Number(value) : value;
  return Number.isInteger(percent) && (percent as number) >= 1 && (percent as number) <= 99
    ? (percent as number)
    : undefined;
}
