import { type AnswerFetch, askPageForFetches } from "../../shared/fetch-answers.ts";
import { type FetchRoute, routeFetches } from "../../shared/fetch-routes.ts";

/** Ways out of the worker that no capability grants. */
const CLOSED = `XMLHttpRequest WebSocket WebSocketStream WebTransport EventSource Worker SharedWorker BroadcastChannel
  importScripts indexedDB caches postMessage onmessage close`;

/** Leaves `fetch` as the only way to the network, and that only where it was granted. */
export function closeWaysOut(
  isNetworkGranted: boolean,
  routes: readonly FetchRoute[],
  answerFetch: AnswerFetch | undefined,
  report: (message: string) => void,
): void {
  if (isNetworkGranted && answerFetch) askPageForFetches(answerFetch);
  else if (isNetworkGranted) routeFetches(routes);
  else {
    replace("fetch", async () => {
      report("fetch needs network_access = true in shopify.extension.toml");
      throw new TypeError("Failed to fetch");
    });
  }
  for (const name of CLOSED.split(/\s+/)) replace(name, undefined);
}

function replace(name: string, value: unknown): void {
  Object.defineProperty(self, name, { value, configurable: true, writable: true });
}
