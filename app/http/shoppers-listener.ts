import type { IncomingMessage, ServerResponse } from "node:http";
import { AppError } from "#app/platform/app-error.ts";
import type { Log } from "#app/platform/log.ts";
import { sendPreflight, sendRefusal } from "./answer.ts";

/** Answers one authenticated kind of request, or throws an `AppError`. */
export type Endpoint = (req: IncomingMessage, res: ServerResponse) => Promise<void>;

export interface ListenerNeeds {
  /** By path: `/api/v1/post-purchase/decide` and its like. */
  readonly endpoints: ReadonlyMap<string, Endpoint>;
  readonly log: Log;
  /** More requests than this at once are turned away with 503, so that those inside are still answered in time. */
  readonly atOnceMost?: number;
}

/**
 * The HTTP server's own limits. The post-purchase token carries the purchase, about 435 bytes a line, in a header:
 * Node's default of 16 KB answers 431, without CORS headers, from about 37 lines on.
 */
export const shoppersServerOptions = {
  maxHeaderSize: 128 * 1024,
  headersTimeout: 10_000,
  requestTimeout: 30_000,
} as const;

/**
 * Everything under `/api/v1/` and `/proxy/`, on bare node:http in front of Remix. Never throws and never leaves a request without an
 * answer: what the world refuses is told as JSON, what we got wrong is logged and told as 500; CORS headers on each.
 */
export function shoppersListener({ endpoints, log, atOnceMost = 500 }: ListenerNeeds) {
  let inside = 0;

  const answered = async (endpoint: Endpoint, req: IncomingMessage, res: ServerResponse) => {
    inside += 1;
    try {
      await endpoint(req, res);
    } catch (thrown) {
      const refused = thrown instanceof AppError ? thrown : ourMistake(thrown);
      const note = { path: pathOf(req), status: refused.status, code: refused.code };
      if (refused.status >= 500) log.error({ ...note, err: refused.cause ?? refused }, "a shopper's request failed");
      else log.info(note, "a shopper's request was refused");
      sendRefusal(req, res, refused);
    } finally {
      inside -= 1;
    }
  };

  return (req: IncomingMessage, res: ServerResponse): void => {
    const endpoint = endpoints.get(pathOf(req));
    if (!endpoint) sendRefusal(req, res, new AppError("not-found", 404, "There is nothing at this address."));
    else if (req.method === "OPTIONS") sendPreflight(res);
    else if (req.method !== "POST") sendRefusal(req, res, wrongMethod, { Allow: "POST, OPTIONS" });
    else if (inside >= atOnceMost) sendRefusal(req, res, busy);
    else void answered(endpoint, req, res);
  };
}

const wrongMethod = new AppError("method-not-allowed", 405, "This address takes POST.");
const busy = new AppError("busy", 503, "Too many ask at once.", { retryAfterSeconds: 1 });

function ourMistake(cause: unknown): AppError {
  return new AppError("internal", 500, "Something went wrong on our side.", { cause });
}

function pathOf(req: IncomingMessage): string {
  return (req.url ?? "").split("?", 1)[0] ?? "";
}
