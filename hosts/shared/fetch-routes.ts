/** Sends what the extension fetches below `from` to `to`, as a name server would: the bundle keeps its address. */
export interface FetchRoute {
  /** An origin, "https://app.example.com". */
  readonly from: string;
  readonly to: string;
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
