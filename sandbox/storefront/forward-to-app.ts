import { createHmac } from "node:crypto";
import { request as ask, type IncomingHttpHeaders, type IncomingMessage, type ServerResponse } from "node:http";
import { send } from "../web/http.ts";
import type { Visit } from "./visit.ts";

/** What shopify.app.toml says below [app_proxy], and what the forwarding needs besides. */
export interface ProxyToApp {
  /** "apps" */
  readonly prefix: string;
  /** "encore" */
  readonly subpath: string;
  /** A path below the app's address, or a whole address. */
  readonly url: string;
  readonly appUrl: string;
  readonly appPort: number;
  readonly clientSecret: string;
}

/** Shopify takes these off in both directions. https://shopify.dev/docs/apps/build/online-store/app-proxies */
const STRIPPED = ["cookie", "set-cookie", "connection", "keep-alive", "transfer-encoding", "host", "origin", "referer"];

/** Carries /apps/encore/… to the app as Shopify's app proxy does, signed. False when the path is another. */
export async function forwardToApp(
  visit: Visit,
  request: IncomingMessage,
  response: ServerResponse,
  proxy: ProxyToApp | undefined,
): Promise<boolean> {
  if (!proxy || !visit.store.installed()) return false;
  const prefix = `/${proxy.prefix}/${proxy.subpath}`;
  const { pathname } = visit.url;
  if (pathname !== prefix && !pathname.startsWith(`${prefix}/`)) return false;
  const { proxyAnswers, proxyLatencyMs } = visit.store.dials;
  if (proxyLatencyMs > 0) await new Promise((resolve) => setTimeout(resolve, proxyLatencyMs));
  if (proxyAnswers === "never") return true;
  if (proxyAnswers === "error") send(response, 500, "text/plain; charset=utf-8", "The app proxy failed.");
  else await forward(visit, request, response, proxy, pathname.slice(prefix.length));
  return true;
}

function forward(
  visit: Visit,
  request: IncomingMessage,
  response: ServerResponse,
  proxy: ProxyToApp,
  rest: string,
): Promise<void> {
  const target = new URL(proxy.url, proxy.appUrl);
  const query = signedQuery(visit, proxy);
  return new Promise((resolve) => {
    const onward = ask(
      {
        host: "127.0.0.1",
        port: proxy.appPort,
        method: request.method,
        path: `${target.pathname.replace(/\/$/, "")}${rest}?${query}`,
        headers: {
          ...without(request.headers),
          host: target.host,
          "x-forwarded-host": visit.store.shop.domain,
          "x-forwarded-proto": "https",
          "x-forwarded-for": "127.0.0.1",
        },
      },
      (answer) => {
        response.writeHead(answer.statusCode ?? 502, without(answer.headers));
        answer.pipe(response);
        answer.on("end", resolve);
      },
    );
    onward.on("error", () => {
      if (response.headersSent) response.destroy();
      else send(response, 502, "text/html; charset=utf-8", "There was an error in the third-party application.");
      resolve();
    });
    response.on("close", () => {
      onward.destroy();
      resolve();
    });
    request.pipe(onward);
  });
}

/** The visitor's own parameters and Shopify's, with the signature over all of them. */
function signedQuery({ url, store, customer }: Visit, proxy: ProxyToApp): URLSearchParams {
  const query = new URLSearchParams(url.searchParams);
  const own = {
    shop: store.shop.domain,
    logged_in_customer_id: customer ? String(customer.id) : "",
    path_prefix: `/${proxy.prefix}/${proxy.subpath}`,
    timestamp: String(Math.floor(Date.now() / 1000)),
  };
  query.delete("signature");
  for (const [name, value] of Object.entries(own)) query.set(name, value);
  query.set("signature", signatureOf(query, proxy.clientSecret));
  return query;
}

/** Hex, over the sorted "key=value", those of one key joined by commas, with nothing between them. */
function signatureOf(query: URLSearchParams, secret: string): string {
  const pairs = [...new Set(query.keys())].map((name) => `${name}=${query.getAll(name).join(",")}`);
  return createHmac("sha256", secret).update(pairs.sort().join("")).digest("hex");
}

function without(headers: IncomingHttpHeaders): IncomingHttpHeaders {
  return Object.fromEntries(Object.entries(headers).filter(([name]) => !STRIPPED.includes(name)));
}
