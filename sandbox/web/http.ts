import type { IncomingMessage, ServerResponse } from "node:http";

const MOST_FORM_BYTES = 64 * 1024;

/** A request's body. Undefined when it is larger than `mostBytes`. */
export async function readText(request: IncomingMessage, mostBytes: number): Promise<string | undefined> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of request as AsyncIterable<Buffer>) {
    size += chunk.length;
    if (size > mostBytes) return undefined;
    chunks.push(chunk);
  }
  return Buffer.concat(chunks).toString("utf8");
}

/** The fields of a form's POST. Undefined when it is larger than 64 KB. */
export async function readForm(request: IncomingMessage): Promise<URLSearchParams | undefined> {
  const text = await readText(request, MOST_FORM_BYTES);
  return text === undefined ? undefined : new URLSearchParams(text);
}

export function sendPage(response: ServerResponse, page: string, status = 200): void {
  send(response, status, "text/html; charset=utf-8", page);
}

export function sendJson(response: ServerResponse, value: unknown, status = 200): void {
  send(response, status, "application/json; charset=utf-8", JSON.stringify(value));
}

export function send(response: ServerResponse, status: number, type: string, body: string): void {
  response.writeHead(status, {
    "Content-Type": type,
    "Cache-Control": "no-store",
    "Content-Security-Policy": "frame-ancestors 'none'",
    "X-Content-Type-Options": "nosniff",
  });
  response.end(body);
}

export function redirect(response: ServerResponse, location: string): void {
  response.writeHead(303, { Location: location, "Cache-Control": "no-store" });
  response.end();
}
