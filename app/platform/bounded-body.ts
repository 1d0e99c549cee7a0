import { AppError } from "./app-error.ts";

/** A request whose body is read up to a limit. */
export interface BoundedBody {
  /** The same request. Reading more of its body than may be fails; nothing is read before somebody does. */
  readonly request: Request;
  /** Why its body is read no further, once it was found too large: 413, `too-large`. */
  readonly refused: () => AppError | undefined;
  /** What nobody has read arrives all the same and is thrown away: many a sender reads an answer only when all is sent. */
  readonly throwAway: () => void;
}

/** Whether the request says how long its body is or not. */
export function boundedBody(request: Request, bytesMost: number): BoundedBody {
  const reader = request.body?.getReader();
  if (!reader) return { request, refused: () => undefined, throwAway: () => undefined };

  let refused = Number(request.headers.get("Content-Length") ?? 0) > bytesMost ? tooLarge(bytesMost) : undefined;
  let bytes = 0;
  let isThrownAway = false;
  const body = new ReadableStream<Uint8Array>(
    {
      pull: async (controller) => {
        if (refused) return controller.error(refused);
        const { done, value } = await reader.read();
        bytes += value?.length ?? 0;
        if (bytes > bytesMost) {
          refused = tooLarge(bytesMost);
          controller.error(refused);
        } else if (done) controller.close();
        else controller.enqueue(value);
      },
    },
    { highWaterMark: 0 },
  );
  return {
    request: new Request(request, { body, duplex: "half" }),
    refused: () => refused,
    throwAway: () => {
      if (isThrownAway) return;
      isThrownAway = true;
      void readOut(reader);
    },
  };
}

async function readOut(reader: ReadableStreamDefaultReader<Uint8Array>): Promise<void> {
  try {
    while (!(await reader.read()).done);
  } catch {
    // The sender hung up, or was hung up on.
  }
}

/** What a body beyond its limit is refused with. */
export function tooLarge(bytesMost: number): AppError {
  return new AppError("too-large", 413, `The body may have at most ${bytesMost} bytes.`);
}
