import { createServer, type IncomingMessage } from "node:http";
import type { AddressInfo } from "node:net";
import { afterAll } from "vitest";
import { answering } from "./answering.ts";

/** What the loopback Shopify was asked: a GraphQL operation by its name, or "token" for the OAuth endpoint. */
export interface Asked {
  readonly shop: string;
  readonly operation: string;
  readonly variables: Readonly<Record<string, unknown>>;
  readonly accessToken?: string;
  /** Aborts when whoever asked waits no more. */
  readonly hungUp: AbortSignal;
}

export interface LoopbackAnswer {
  readonly status?: number;
  readonly body: unknown;
}

export interface LoopbackShopify {
  readonly origin: string;
  readonly asked: Asked[];
  /** The answer to everything from now on. */
  answer: (ask: Asked) => LoopbackAnswer | Promise<LoopbackAnswer>;
}

/**
 * A Shopify on this machine that gives hand-built answers over real HTTP: calls to any myshopify.com by Shopify's own
 * library end here. One for a test file: `const shopify = await loopbackShopify();`
 */
export async function loopbackShopify(): Promise<LoopbackShopify> {
  const server = createServer(
    answering(async (request, response) => {
      const leaving = new AbortController();
      response.once("close", () => leaving.abort());
      const ask = { ...(await askIn(request)), hungUp: leaving.signal };
      loopback.asked.push(ask);
      const { status = 200, body } = await loopback.answer(ask);
      response.writeHead(status, { "Content-Type": "application/json" }).end(JSON.stringify(body));
    }),
  );
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as AddressInfo;
  const loopback: LoopbackShopify = {
    origin: `http://127.0.0.1:${port}`,
    asked: [],
    answer: () => ({ status: 500, body: { errors: "no answer set" } }),
  };
  sendLibraryTo(loopback.origin);
  afterAll(() => new Promise((resolve) => server.close(resolve)));
  return loopback;
}

const toTheWorld = globalThis.fetch;

/** From now on this process finds every myshopify.com at this address, as if its name resolved there. */
export function sendLibraryTo(origin: string): void {
  globalThis.fetch = (input, init) => {
    const called = new URL(input instanceof Request ? input.url : input);
    if (!called.hostname.endsWith(".myshopify.com")) return toTheWorld(input, init);
    const headers = { ...Object.fromEntries(new Headers(init?.headers)), "x-sandbox-host": called.hostname };
    return toTheWorld(origin + called.pathname, { ...init, headers });
  };
}

async function askIn(request: IncomingMessage): Promise<Omit<Asked, "hungUp">> {
  const chunks: Uint8Array[] = [];
  for await (const chunk of request) chunks.push(chunk as Uint8Array);
  const body = JSON.parse(Buffer.concat(chunks).toString("utf8"));
  const accessToken = request.headers["x-shopify-access-token"];
  return {
    shop: String(request.headers["x-sandbox-host"]),
    operation: request.url?.includes("/oauth/")
      ? "token"
      : (/(?:query|mutation) (\w+)/.exec(body.query)?.[1] ?? "unknown"),
    variables: request.url?.includes("/oauth/") ? body : (body.variables ?? {}),
    ...(typeof accessToken === "string" ? { accessToken } : {}),
  };
}

/** An answer of the Admin API. */
export const data = (value: unknown): LoopbackAnswer => ({ body: { data: value } });

export const page = <Node>(nodes: readonly Node[], endCursor: string | null = null) => ({
  pageInfo: { hasNextPage: endCursor !== null, endCursor },
  nodes,
});
