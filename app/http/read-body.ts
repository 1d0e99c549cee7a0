import type { IncomingMessage } from "node:http";
import { AppError } from "#app/platform/app-error.ts";
import { tooLarge } from "#app/platform/bounded-body.ts";
import { parseStrictJson } from "./strict-json.ts";

export interface BodyLimits {
  readonly bytesMost: number;
  /** For the whole body, from now: a sender that trickles is cut off. */
  readonly msMost: number;
}

const bodyLimits: BodyLimits = { bytesMost: 64 * 1024, msMost: 5_000 };

/**
 * The request's body as JSON. Refuses with an `AppError`: 413 over the size (said by Content-Length or met on the way;
 * reading stops there), 408 over the time, 400 for what is not UTF-8 JSON as `parseStrictJson` takes it.
 */
export async function readJsonBody(req: IncomingMessage, limits: BodyLimits = bodyLimits): Promise<unknown> {
  const type = req.headers["content-type"];
  if (type !== undefined && !/^application\/json\s*(;|$)/i.test(type)) {
    throw new AppError("not-json", 400, "The body must be application/json.");
  }
  if (req.headers["content-encoding"] !== undefined) {
    throw new AppError("not-json", 400, "The body must not be compressed.");
  }
  if (Number(req.headers["content-length"] ?? 0) > limits.bytesMost) throw tooLarge(limits.bytesMost);
  return parseStrictJson(await readBytes(req, limits));
}

function readBytes(req: IncomingMessage, limits: BodyLimits): Promise<Buffer> {
  return new Promise((resolve, reject) => {
    const chunks: Buffer[] = [];
    let length = 0;

    const settle = (finish: () => void) => {
      clearTimeout(deadline);
      req.off("data", take).off("end", complete).off("error", broken).off("close", broken);
      finish();
    };
    const take = (chunk: Buffer) => {
      length += chunk.length;
      if (length > limits.bytesMost) settle(() => reject(tooLarge(limits.bytesMost)));
      else chunks.push(chunk);
    };
    const complete = () => settle(() => resolve(Buffer.concat(chunks)));
    const broken = () => settle(() => reject(new AppError("cut-short", 400, "The body ended before its time.")));
    const late = () => settle(() => reject(new AppError("too-slow", 408, "The body took too long to arrive.")));

    const deadline = setTimeout(late, limits.msMost);
    req.on("data", take).once("end", complete).once("error", broken).once("close", broken);
  });
}
