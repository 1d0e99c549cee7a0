import { PassThrough } from "node:stream";
import type { ActionFunctionArgs, AppLoadContext, EntryContext, LoaderFunctionArgs } from "@remix-run/node";
import { createReadableStreamFromReadable } from "@remix-run/node";
import { isRouteErrorResponse, RemixServer } from "@remix-run/react";
import { renderToPipeableStream } from "react-dom/server";
import { loadLanguage } from "./admin/language.ts";

/** A page that is not rendered by then is given up: every loader has answered before rendering begins. */
const RENDER_LIMIT_MS = 5_000;

/** English is what a page falls back to whose own language is not known, since even that could not be told. */
const fallback = loadLanguage("en");

export default async function handleRequest(
  request: Request,
  status: number,
  headers: Headers,
  remixContext: EntryContext,
  { encore }: AppLoadContext,
): Promise<Response> {
  await fallback;
  encore.shopify.addDocumentResponseHeaders(request, headers);
  // The library names the admin as the only frame, and only when the request names a shop: no other page needs one.
  if (!headers.has("Content-Security-Policy")) headers.set("Content-Security-Policy", "frame-ancestors 'none';");
  headers.set("Content-Type", "text/html; charset=utf-8");

  return new Promise((resolve, reject) => {
    const { pipe, abort } = renderToPipeableStream(<RemixServer context={remixContext} url={request.url} />, {
      onShellReady() {
        const body = new PassThrough();
        resolve(new Response(createReadableStreamFromReadable(body), { status, headers }));
        pipe(body);
      },
      onShellError: reject,
      onError: (error) => logFailure(error, request, encore),
    });
    const timer = setTimeout(abort, RENDER_LIMIT_MS);
    timer.unref();
  });
}

/** What a loader or an action threw that is not an answer. An address of no page, or a visitor who left, is no failure. */
export function handleError(error: unknown, { request, context }: LoaderFunctionArgs | ActionFunctionArgs): void {
  const isOurs = !isRouteErrorResponse(error) || error.status >= 500;
  if (isOurs && !request.signal.aborted) logFailure(error, request, context.encore);
}

/** The path only: the query carries the merchant's id token. */
function logFailure(error: unknown, request: Request, encore: AppLoadContext["encore"]): void {
  encore.log.error({ err: error, method: request.method, path: new URL(request.url).pathname }, "a page failed");
}
