/**
 * Loaded with `node --import` before the app: calls to a shop's myshopify.com go to the sandbox's store on this machine,
 * as if its name resolved there. Path, method, headers and body stay; X-Sandbox-Host says which shop was called.
 * The app's own code knows nothing of it.
 */
const store = process.env.ENCORE_SANDBOX_SHOPIFY;
if (!store) throw new Error("ENCORE_SANDBOX_SHOPIFY is not set: where does the sandbox's store listen?");

const originalFetch = globalThis.fetch;

globalThis.fetch = async (input, init) => {
  const called = new URL(input instanceof Request ? input.url : input);
  if (!called.hostname.endsWith(".myshopify.com")) return originalFetch(input, init);
  const request = new Request(input, init);
  const headers = new Headers(request.headers);
  headers.set("X-Sandbox-Host", called.hostname);
  return originalFetch(new URL(called.pathname + called.search, store), {
    method: request.method,
    headers,
    signal: request.signal,
    redirect: request.redirect,
    ...(request.body && { body: await request.arrayBuffer() }),
  });
};
