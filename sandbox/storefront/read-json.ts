import type { IncomingMessage } from "node:http";

const MOST_BYTES = 64 * 1024;

export type ReadJson =
  | { readonly kind: "read"; readonly value: Readonly<Record<string, unknown>> }
  | { readonly kind: "problem"; readonly status: 400 | 413; readonly sentence: string };

/** A JSON object of at most 64 KB. */
export async function readJson(request: IncomingMessage): Promise<ReadJson> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of request as AsyncIterable<Buffer>) {
    size += chunk.length;
    if (size > MOST_BYTES) return { kind: "problem", status: 413, sentence: "The body is larger than 64 KB." };
    chunks.push(chunk);
  }
  try {
    const value: unknown = JSON.parse(Buffer.concat(chunks).toString("utf8"));
    if (typeof value === "object" && value !== null && !Array.isArray(value)) {
      return { kind: "read", value: value as Record<string, unknown> };
    }
  } catch {
    // Said below: what cannot be parsed is as little an object as a number is.
  }
  return { kind: "problem", status: 400, sentence: "The body is no JSON object." };
}
