import { isRouteErrorResponse } from "@remix-run/react";

/**
 * What fails is an answer too, never an error page: what the merchant wrote stands only in their browser. A refusal of the
 * world's says itself what it is; of anything else the log has the whole and the merchant the sentence `otherwise`.
 */
export async function answeredOr<Answer>(
  work: () => Promise<Answer>,
  failed: (sentence: string) => Answer,
  { log, otherwise }: { readonly log: { error(what: object, message: string): void }; readonly otherwise: string },
): Promise<Answer> {
  try {
    return await work();
  } catch (error) {
    if (error instanceof Response) throw error;
    log.error({ err: error }, "what a merchant asked could not be done");
    // By name: this bundle's copy of the class is not the one that threw.
    const isRefusal = error instanceof Error && error.name === "AppError";
    return failed(isRefusal ? error.message : otherwise);
  }
}

/**
 * A lost connection is an answer too: an error here would take the page away, and with it what was written. What the
 * request fails with is not always the network's own error: App Bridge may fail first, at the token for it.
 */
export async function unreachedOr<Answer>(work: () => Promise<Answer>, unreached: () => Answer): Promise<Answer> {
  try {
    return await work();
  } catch (error) {
    const isAnswer = error instanceof Response || (isRouteErrorResponse(error) && error.status < 500);
    if (isAnswer) throw error;
    return unreached();
  }
}
