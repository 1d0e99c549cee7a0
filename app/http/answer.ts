import type { IncomingMessage, OutgoingHttpHeaders, ServerResponse } from "node:http";
import type { Refusal } from "#app/contracts/post-purchase.ts";
import type { AppError } from "#app/platform/app-error.ts";
import { corsHeaders, preflightHeaders } from "./cors.ts";

/** How long a refused sender may go on talking before the connection is cut. */
const LINGER_MS = 1_000;

export function sendJson(res: ServerResponse, status: number, answer: unknown): void {
  const body = Buffer.from(JSON.stringify(answer));
  res.writeHead(status, headersOf(body)).end(body);
}

export function sendPreflight(res: ServerResponse): void {
  res.writeHead(204, preflightHeaders).end();
}

/**
 * A refusal as JSON. When the request's body has not been read to its end, the connection is given up: the answer goes
 * out at once, what still arrives is thrown away for a second, and then the socket is closed. Closing it at once would
 * reset the connection, and the sender could lose the answer.
 */
export function sendRefusal(
  req: IncomingMessage,
  res: ServerResponse,
  refused: AppError,
  headers: OutgoingHttpHeaders = {},
): void {
  if (res.headersSent || res.destroyed) return;
  const answer: Refusal = { error: { code: refused.code, message: refused.message } };
  const body = Buffer.from(JSON.stringify(answer));
  res.writeHead(refused.status, {
    ...headersOf(body),
    ...headers,
    ...(refused.status === 401 ? { "WWW-Authenticate": "Bearer" } : {}),
    ...(refused.retry.kind === "after" ? { "Retry-After": refused.retry.seconds } : {}),
    ...(req.complete ? {} : { Connection: "close" }),
  });
  if (req.complete) res.end(body);
  else lingering(req, res, body);
}

function lingering(req: IncomingMessage, res: ServerResponse, body: Buffer): void {
  res.write(body);
  const hangUp = () => {
    clearTimeout(deadline);
    res.end();
  };
  const deadline = setTimeout(hangUp, LINGER_MS);
  req.once("end", hangUp).once("close", hangUp).resume();
}

function headersOf(body: Buffer): OutgoingHttpHeaders {
  return {
    ...corsHeaders,
    "Content-Type": "application/json; charset=utf-8",
    "Content-Length": body.length,
    "Cache-Control": "no-store",
  };
}
