import type { IncomingMessage } from "node:http";
import { readText } from "../../web/http.ts";

const MOST_BYTES = 256 * 1024;

/** What was sent to the AJAX API, as JSON or as a form of either kind, as one object. Undefined when it can't be read. */
export async function readFields(request: IncomingMessage): Promise<Readonly<Record<string, unknown>> | undefined> {
  const text = await readText(request, MOST_BYTES);
  if (text === undefined) return undefined;
  const type = request.headers["content-type"] ?? "";
  if (!text.trim()) return {};
  try {
    if (type.includes("json")) {
      const value: unknown = JSON.parse(text);
      const isObject = typeof value === "object" && value !== null && !Array.isArray(value);
      return isObject ? (value as Record<string, unknown>) : undefined;
    }
    const isMultipart = type.startsWith("multipart/form-data");
    const entries = isMultipart
      ? [...(await new Response(text, { headers: { "Content-Type": type } }).formData())]
      : [...new URLSearchParams(text)];
    return nested(entries.filter((entry): entry is [string, string] => typeof entry[1] === "string"));
  } catch {
    return undefined;
  }
}

/** `properties[_x]=1` becomes `{properties: {_x: "1"}}`, `updates[]=2` a list, `items[0][id]=3` a list of objects. */
function nested(entries: readonly [string, string][]): Record<string, unknown> {
  const whole: Record<string, unknown> = {};
  for (const [name, value] of entries) {
    const path = [name.replace(/\[.*$/, ""), ...[...name.matchAll(/\[([^\]]*)\]/g)].map(([, key = ""]) => key)];
    put(whole, path, value);
  }
  return whole;
}

function put(into: Record<string, unknown>, [key = "", ...rest]: readonly string[], value: string): void {
  const name = key === "" ? String(Object.keys(into).length) : key;
  if (name === "__proto__") return;
  if (rest.length === 0) {
    into[name] = value;
    return;
  }
  const inner = into[name];
  const next = typeof inner === "object" && inner !== null ? (inner as Record<string, unknown>) : {};
  into[name] = next;
  put(next, rest, value);
}
