import type { IncomingMessage } from "node:http";
import { readText } from "../../web/http.ts";

const MOST_BYTES = 1_000_000;

/** A request's JSON or form fields as one object; undefined when it is neither, or too long. */
export async function readFields(request: IncomingMessage): Promise<Readonly<Record<string, unknown>> | undefined> {
  const text = await readText(request, MOST_BYTES);
  if (text === undefined) return undefined;
  if (request.headers["content-type"]?.startsWith("application/x-www-form-urlencoded")) {
    return Object.fromEntries(new URLSearchParams(text));
  }
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === "object" && value !== null && !Array.isArray(value)
      ? (value as Readonly<Record<string, unknown>>)
      : undefined;
  } catch {
    return undefined;
  }
}
