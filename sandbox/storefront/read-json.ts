import type { IncomingMessage } from "node:http";
import { readText } from "../web/http.ts";

const MOST_BYTES = 64 * 1024;

export type ReadJson =
  | { readonly kind: "read"; readonly value: Readonly<Record<string, unknown>> }
  | { readonly kind: "problem"; readonly status: 400 | 413; readonly sentence: string };

/** A JSON object of at most 64 KB. */
export async function readJson(request: IncomingMessage): Promise<ReadJson> {
  const text = await readText(request, MOST_BYTES);
  if (text === undefined) return { kind: "problem", status: 413, sentence: "The body is larger than 64 KB." };
  try {
    const value: unknown = JSON.parse(text);
    if (typeof value === "object" && value !== null && !Array.isArray(value)) {
      return { kind: "read", value: value as Record<string, unknown> };
    }
  } catch {
    // Said below: what cannot be parsed is as little an object as a number is.
  }
  return { kind: "problem", status: 400, sentence: "The body is no JSON object." };
}
