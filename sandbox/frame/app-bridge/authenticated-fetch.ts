const RETRY = "X-Shopify-Retry-Invalid-Session-Request";
const REAUTHORIZE = "X-Shopify-API-Request-Failure-Reauthorize-Url";

/**
 * `fetch` as App Bridge patches it: requests to the app's own origin carry a fresh session token unless they bring their
 * own Authorization; a token that the app calls invalid is replaced once; an address to authorise at is opened.
 */
export function authenticatedFetch(needs: {
  readonly fetch: typeof fetch;
  readonly idToken: () => Promise<string>;
  readonly leaveTo: (url: string) => void;
}): typeof fetch {
  const send = async (request: Request): Promise<Response> => {
    const authorised = new Request(request);
    authorised.headers.set("Authorization", `Bearer ${await needs.idToken()}`);
    authorised.headers.set("X-Requested-With", "XMLHttpRequest");
    return needs.fetch(authorised);
  };

  return async (input, init) => {
    const request = new Request(input, init);
    const isOwn = new URL(request.url, location.href).origin === location.origin;
    if (!isOwn || request.headers.has("Authorization")) return needs.fetch(input, init);

    const again = request.clone();
    let response = await send(request);
    if (response.headers.get(RETRY) === "1") response = await send(again);
    const authoriseAt = response.headers.get(REAUTHORIZE);
    if (authoriseAt) needs.leaveTo(authoriseAt);
    return response;
  };
}
