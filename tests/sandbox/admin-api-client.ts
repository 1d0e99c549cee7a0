import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { onTestFinished } from "vitest";
import { CLIENT_ID, CLIENT_SECRET, type DemoShop } from "./demo-shop.ts";

export interface Answer {
  readonly status: number;
  readonly headers: Headers;
  // biome-ignore lint/suspicious/noExplicitAny: tests read deep into JSON whose shape is what they assert.
  readonly body: any;
}

/** Puts the shop's API on a real socket and calls it as an app would. */
export async function apiOf(shop: DemoShop) {
  const server = createServer(async (request, response) => {
    if (!(await shop.store.handleApi(request, response))) response.writeHead(404).end();
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
  });
  const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;

  const post = async (path: string, body: unknown, headers: Record<string, string> = {}): Promise<Answer> => {
    const response = await fetch(origin + path, {
      method: "POST",
      headers: { "Content-Type": "application/json", ...headers },
      body: typeof body === "string" ? body : JSON.stringify(body),
    });
    const text = await response.text();
    return { status: response.status, headers: response.headers, body: text === "" ? undefined : JSON.parse(text) };
  };
  const token = (fields: Readonly<Record<string, unknown>>) =>
    post("/admin/oauth/access_token", { client_id: CLIENT_ID, client_secret: CLIENT_SECRET, ...fields });
  const exchange = (given: Readonly<Record<string, unknown>> = {}) =>
    token({
      grant_type: "urn:ietf:params:oauth:grant-type:token-exchange",
      subject_token: shop.store.sessionToken(),
      subject_token_type: "urn:ietf:params:oauth:token-type:id_token",
      requested_token_type: "urn:shopify:params:oauth:token-type:offline-access-token",
      expiring: "1",
      ...given,
    });
  const query = (accessToken: string, text: string, variables: unknown = {}) =>
    post("/admin/api/2026-10/graphql.json", { query: text, variables }, { "X-Shopify-Access-Token": accessToken });

  return {
    origin,
    post,
    token,
    exchange,
    query,
    /** A query with a token of its own. */
    async ask(text: string, variables: unknown = {}) {
      return query((await exchange()).body.access_token, text, variables);
    },
  };
}
