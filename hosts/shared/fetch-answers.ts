/** What an extension sends, as far as its answer can turn on it. */
export interface FetchAsked {
  readonly url: string;
  readonly method: string;
  /** Text; empty where nothing is sent. */
  readonly body: string;
}

/** Sent back as JSON. */
export interface FetchAnswered {
  readonly status: number;
  readonly body: unknown;
}

/** Answers in the place of the network; a rejection is a network that failed. */
export type AnswerFetch = (asked: FetchAsked) => Promise<FetchAnswered>;

/** Puts a `fetch` in place that asks the page for everything: nothing reaches the network. */
export function askPageForFetches(ask: AnswerFetch): void {
  const asked = async (input: RequestInfo | URL, init?: RequestInit): Promise<Response> => {
    const request = new Request(input, { ...init, keepalive: false });
    const { url, method } = request;
    const { status, body } = await ask({ url, method, body: await request.text() });
    return new Response(JSON.stringify(body), { status, headers: { "Content-Type": "application/json" } });
  };
  Object.defineProperty(self, "fetch", { value: asked, configurable: true, writable: true });
}
