import type { Told } from "#app/core/values/say.ts";
import type { ErasureTold } from "#app/stores/read-models/kept-data-screen.ts";

/** What a merchant asks of erasing. `run` is the one that they saw. */
export type ErasureAsk =
  | { readonly intent: "erase"; readonly name: string }
  | { readonly intent: "stop"; readonly run: string };

/** How it stands afterwards; `wrong-name`: what was typed is not the shop's name, and nothing was done. */
export type ErasureAnswer =
  | { readonly kind: "told"; readonly erasure?: ErasureTold | undefined }
  | { readonly kind: "wrong-name" }
  | { readonly kind: "failed"; readonly why: Told };

/** Undefined when the body is none: it comes from a browser. */
export function readErasureAsk(body: unknown): ErasureAsk | undefined {
  if (typeof body !== "object" || body === null) return undefined;
  const { intent, name, run } = body as Readonly<Record<string, unknown>>;
  if (intent === "erase" && typeof name === "string") return { intent, name };
  return intent === "stop" && typeof run === "string" && /^[0-9a-f-]{36}$/.test(run) ? { intent, run } : undefined;
}

/** Letter case and blanks around it don't count. */
export function isShopsName(typed: string, name: string): boolean {
  return typed.trim().toLowerCase() === name.trim().toLowerCase();
}
