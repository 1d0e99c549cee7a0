import type { IncomingMessage, ServerResponse } from "node:http";
import { redirect, send } from "../web/http.ts";
import { answerAccount } from "./admin-language.ts";
import type { AdminPlace } from "./admin-layout.ts";
import { answerAppRequest } from "./answer-app.ts";
import { answerCollections } from "./answer-collections.ts";
import { answerCustomers } from "./answer-customers.ts";
import { answerOrders } from "./answer-orders.ts";
import { answerProducts } from "./answer-products.ts";
import { answerSettings } from "./answer-settings.ts";
import { answerCheckoutEditor } from "./editors/checkout-editor.ts";
import { answerThemeEditor } from "./editors/theme-editor.ts";
import { storeHandle } from "./embedded-address.ts";
import type { FrameAnswer, FrameNeeds } from "./frame-request.ts";

const ADMIN_HOST = "admin.shopify.com";

const ANSWERS: Readonly<Record<string, FrameAnswer>> = {
  orders: answerOrders,
  products: answerProducts,
  variants: answerProducts,
  collections: answerCollections,
  customers: answerCustomers,
  settings: (asked, needs) =>
    asked.path[1] === "checkout" ? answerCheckoutEditor(asked, needs) : answerSettings(asked, needs),
  themes: answerThemeEditor,
  apps: answerAppRequest,
  account: answerAccount,
};

/**
 * The store's admin on this machine: Shopify's frame around the app, and the pages of the store's own that the demo needs.
 * Under the host name admin.shopify.com it embeds the app at its public address instead of the proxy's: a browser test
 * that routes both names has the app's own headers, unedited.
 */
export function adminFrame(needs: FrameNeeds): (request: IncomingMessage, response: ServerResponse) => Promise<void> {
  const handle = storeHandle(needs.store.shop.domain);
  const place: AdminPlace = {
    shopName: needs.store.shop.name,
    owner: `${needs.store.shop.owner.firstName} ${needs.store.shop.owner.lastName}`,
    base: `/store/${handle}`,
    storeUrl: needs.storeUrl,
    app: { name: needs.configuration.name, handle: needs.configuration.handle },
  };
  return async (request, response) => {
    const url = new URL(request.url ?? "/", needs.adminUrl);
    const host = hostOf(request);
    const isReal = host === ADMIN_HOST;
    if (!isReal && host !== new URL(needs.adminUrl).host) {
      if (host === "cdn.shopify.com") return sendAppBridge(response, needs, `https://${ADMIN_HOST}`);
      return redirect(response, needs.adminUrl + url.pathname + url.search);
    }
    if (request.method === "POST" && !isSameOrigin(request, isReal ? `https://${ADMIN_HOST}` : needs.adminUrl)) {
      return send(response, 403, "text/plain; charset=utf-8", "This form was sent from another site.");
    }
    if (sendFile(url.pathname, response, needs)) return;

    const [first, shop, ...path] = url.pathname.split("/").filter(Boolean).map(decode);
    const appOrigin = isReal ? new URL(needs.configuration.applicationUrl).origin : needs.proxyUrl;
    const asked = { request, response, query: url.searchParams, place, appOrigin };
    if (first === "frame" && shop && (await answerAppRequest({ ...asked, path: ["frame", shop] }, needs))) return;
    const answer = first === "store" && shop === handle && path[0] ? ANSWERS[path[0]] : undefined;
    if (answer && (await answer({ ...asked, path }, needs))) return;
    if (url.pathname === "/" || url.pathname === place.base) {
      return redirect(response, `${place.base}/apps/${place.app.handle}`);
    }
    send(
      response,
      404,
      "text/html; charset=utf-8",
      `<p>There is no such page. <a href="${place.base}/orders">Orders</a></p>`,
    );
  };
}

function sendFile(path: string, response: ServerResponse, needs: FrameNeeds): boolean {
  if (path === "/frame/app-bridge.js") sendAppBridge(response, needs, needs.adminUrl);
  else if (path === "/frame/shell.js") send(response, 200, "text/javascript; charset=utf-8", needs.scripts.shell);
  else if (path === "/frame/admin.css") send(response, 200, "text/css; charset=utf-8", needs.scripts.style);
  else return false;
  return true;
}

function sendAppBridge(response: ServerResponse, { scripts }: FrameNeeds, frameOrigin: string): void {
  const origin = `var ENCORE_FRAME_ORIGIN = ${JSON.stringify(frameOrigin)};\n`;
  send(response, 200, "text/javascript; charset=utf-8", origin + scripts.appBridge);
}

/** A browser test that routes Shopify's host names here says in X-Forwarded-Host which one it was. */
function hostOf({ headers }: IncomingMessage): string {
  return String(headers["x-forwarded-host"] ?? headers.host ?? "");
}

/** A browser always sends Origin with a POST; a request without one comes from no page. */
function isSameOrigin({ headers }: IncomingMessage, own: string): boolean {
  return headers.origin === undefined || headers.origin === own;
}

function decode(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    return part;
  }
}
