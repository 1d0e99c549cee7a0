import { isRouteErrorResponse } from "@remix-run/react";

/**
 * shopify-app-remix answers some requests by throwing a whole page of HTML (it sets up App Bridge and comes back with a
 * session token); our own refusals are thrown as JSON. Undefined when `error` is not such a page.
 * The library's own `boundary.error` does the same, but brings its server half with it.
 */
export function libraryPageIn(error: unknown) {
  if (!isRouteErrorResponse(error) || error.status >= 400 || typeof error.data !== "string") return undefined;
  // biome-ignore lint/security/noDangerouslySetInnerHtml: made by the library from a template of its own, see above
  return <div dangerouslySetInnerHTML={{ __html: error.data }} />;
}
