import type { FetchRoute } from "../wire.ts";

/**
 * Shopify promises self, console, timers and fetch with its three classes, and says that anything else may be missing.
 * What an extension could be tempted by is therefore missing here. Source: @shopify/post-purchase-ui-extensions 0.13.5,
 * documentation/globals.md.
 */
const NOT_PROMISED = [
  "BroadcastChannel",
  "EventSource",
  "SharedWorker",
  "WebSocket",
  "WebTransport",
  "Worker",
  "XMLHttpRequest",
  "caches",
  "importScripts",
  "indexedDB",
  "postMessage",
];

export function hideOtherGlobals(): void {
  for (const name of NOT_PROMISED) Object.defineProperty(self, name, { value: undefined, configurable: true });
}

/** Puts a `fetch` in place that knows the routes; everything else about a request stays as it was. */
export function routeFetches(routes: readonly FetchRoute[]): void {
  const original = self.fetch.bind(self);
  const routed = (input: RequestInfo | URL, init?: RequestInit): Promise<Response> => {
    const address = input instanceof Request ? input.url : String(input);
    const route = routes.find(({ from }) => address === from || address.startsWith(`${from}/`));
    if (!route) return original(input, init);
    const target = route.to + address.slice(route.from.length);
    return original(input instanceof Request ? new Request(target, input) : target, init);
  };
  Object.defineProperty(self, "fetch", { value: routed, configurable: true, writable: true });
}
