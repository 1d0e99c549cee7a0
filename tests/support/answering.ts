import type { IncomingMessage, RequestListener, ServerResponse } from "node:http";

/** For `createServer`: an asker who hangs up while the question is still being read is no failure of the test; all else is. */
export function answering(
  answer: (request: IncomingMessage, response: ServerResponse) => Promise<unknown>,
): RequestListener {
  return (request, response) => {
    answer(request, response).catch((error) => {
      if (!isHangUp(error)) throw error;
    });
  };
}

function isHangUp(error: unknown): boolean {
  return error instanceof Error && error.message === "aborted" && "code" in error && error.code === "ECONNRESET";
}
