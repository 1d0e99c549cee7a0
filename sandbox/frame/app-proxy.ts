import { type IncomingHttpHeaders, type IncomingMessage, request, type ServerResponse } from "node:http";

export interface AppProxyNeeds {
  /** Where the app listens, on 127.0.0.1. */
  readonly appPort: number;
  /** The app's public address, `application_url` in shopify.app.toml. */
  readonly appUrl: string;
  /** The proxy's own origin: what the iframe loads. */
  readonly proxyOrigin: string;
  /** The frame's own origin, standing in for https://admin.shopify.com. */
  readonly frameOrigin: string;
  /** The stand-in for Shopify's script. */
  readonly appBridgeUrl: string;
}

const ADMIN = "https://admin.shopify.com";
const APP_BRIDGE = "https://cdn.shopify.com/shopifycloud/app-bridge.js";

/**
 * Carries the iframe's requests to the app as a TLS proxy in front of its public address would: the app sees its own
 * host and origin. Three answer headers name Shopify's hosts and are edited for this machine; bodies pass untouched.
 */
export function appProxy(needs: AppProxyNeeds): (incoming: IncomingMessage, outgoing: ServerResponse) => void {
  return (incoming, outgoing) => {
    const onward = request(
      {
        host: "127.0.0.1",
        port: needs.appPort,
        method: incoming.method,
        path: incoming.url,
        headers: towardsApp(incoming.headers, needs),
      },
      (answer) => {
        outgoing.writeHead(answer.statusCode ?? 502, answer.statusMessage, towardsBrowser(answer.headers, needs));
        answer.pipe(outgoing);
      },
    );
    onward.on("error", () => answerAway(incoming, outgoing));
    outgoing.on("close", () => onward.destroy());
    incoming.pipe(onward);
  };
}

export function towardsApp(headers: IncomingHttpHeaders, needs: AppProxyNeeds): IncomingHttpHeaders {
  const edited: IncomingHttpHeaders = {
    ...headers,
    host: new URL(needs.appUrl).host,
    "x-forwarded-proto": "https",
    "x-forwarded-for": "127.0.0.1",
  };
  if (headers.origin === needs.proxyOrigin) edited.origin = new URL(needs.appUrl).origin;
  return edited;
}

export function towardsBrowser(headers: IncomingHttpHeaders, needs: AppProxyNeeds): IncomingHttpHeaders {
  const { connection: _connection, "keep-alive": _keepAlive, ...edited }: IncomingHttpHeaders = headers;
  const policy = headers["content-security-policy"];
  if (policy) edited["content-security-policy"] = String(policy).replaceAll(ADMIN, `${ADMIN} ${needs.frameOrigin}`);
  if (headers.link) edited.link = String(headers.link).replaceAll(APP_BRIDGE, needs.appBridgeUrl);
  if (headers.location) edited.location = onThisMachine(headers.location, needs);
  return edited;
}

/** An address of the app or of Shopify's admin, on this machine; any other as it is. */
function onThisMachine(location: string, { appUrl, proxyOrigin, frameOrigin }: AppProxyNeeds): string {
  if (!URL.canParse(location)) return location;
  const { origin, pathname, search, hash } = new URL(location);
  if (origin === new URL(appUrl).origin) return proxyOrigin + pathname + search + hash;
  if (origin === ADMIN) return frameOrigin + pathname + search + hash;
  return location;
}

function answerAway(incoming: IncomingMessage, outgoing: ServerResponse): void {
  if (outgoing.headersSent) {
    outgoing.destroy();
    return;
  }
  const isPage = incoming.method === "GET" && incoming.headers.accept?.includes("text/html");
  outgoing.writeHead(502, { "Content-Type": "text/html; charset=utf-8", ...(isPage && { Refresh: "2" }) });
  outgoing.end("<p style='font: 14px sans-serif; padding: 24px'>The app isn't answering yet. Trying again…</p>");
}
