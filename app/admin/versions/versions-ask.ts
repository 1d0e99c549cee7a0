import type { Told } from "#app/core/values/say.ts";
import { wholePercent } from "../rulebook/publish-ask.ts";

/** What the versions' pages ask of the server. */
export type VersionsAsk =
  | { readonly intent: "widen"; readonly percent: number }
  | { readonly intent: "keep" | "drop" }
  | { readonly intent: "roll-back" };

export type VersionsAnswer =
  | { readonly kind: "widened"; readonly percent: number }
  | { readonly kind: "kept" | "dropped" | "no-trial" | "not-found" }
  | { readonly kind: "rolled-back"; readonly version: number }
  | { readonly kind: "not-wider"; readonly percent: number }
  | { readonly kind: "failed"; readonly why: Told };

/** The body of a request as an ask; undefined when it is none. */
export function readVersionsAsk(body: unknown): VersionsAsk | undefined {
  if (typeof body !== "object" || body === null) return undefined;
  const { intent, percent } = body as Readonly<Record<string, unknown>>;
  if (intent === "keep" || intent === "drop") return { intent };
  if (intent === "roll-back") return { intent };
  const share = wholePercent(percent);
  return intent === "widen" && share !== undefined ? { intent, percent: share } : undefined;
}
