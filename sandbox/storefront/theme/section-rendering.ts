import type { ServerResponse } from "node:http";
import type { Html } from "../../web/html.ts";
import { html } from "../../web/html.ts";
import { send, sendJson } from "../../web/http.ts";
import type { Visit } from "../visit.ts";
import { cartDrawer } from "./cart-drawer.ts";
import { cartApps, cartBubble, cartFooter, cartItems, cartLiveRegion } from "./cart-sections.ts";

/** Sections of the cart's JSON template carry its number: that is how they are asked for with their blocks. */
const TEMPLATE = "template--20260122";

/** By the id that the theme and the AJAX API know a section by. One asked for by its file's name has no blocks of apps. */
const SECTIONS: Readonly<Record<string, (visit: Visit, id: string) => Html>> = {
  "cart-drawer": cartDrawer,
  "cart-icon-bubble": cartBubble,
  "cart-live-region-text": cartLiveRegion,
  "main-cart-items": (visit, id) => cartItems(visit, id),
  "main-cart-footer": (visit, id) => cartFooter(visit, id, false),
  [`${TEMPLATE}__cart-items`]: (visit, id) => cartItems(visit, id),
  [`${TEMPLATE}__cart-apps`]: (visit, id) => cartApps(visit, id),
  [`${TEMPLATE}__cart-footer`]: (visit, id) => cartFooter(visit, id, true),
};

/** What stands on the cart page, from top to bottom. */
export const CART_TEMPLATE = ["cart-items", "cart-apps", "cart-footer"].map((name) => `${TEMPLATE}__${name}`);

/** A section in its wrapper, undefined for an id that the theme has not. */
export function section(visit: Visit, id: string): Html | undefined {
  const draw = Object.hasOwn(SECTIONS, id) ? SECTIONS[id] : undefined;
  return draw && html`<div id="shopify-section-${id}" class="shopify-section">${draw(visit, id)}</div>`;
}

/** Up to five, by id; null for what the theme has not. https://shopify.dev/docs/api/ajax/section-rendering */
export function sectionsFor(visit: Visit, ids: string): Record<string, string | null> {
  const asked = ids.split(",").map((id) => id.trim());
  return Object.fromEntries(asked.slice(0, 5).map((id) => [id, section(visit, id)?.markup ?? null]));
}

/** `?sections=a,b` and `?section_id=a` on any page of the shop. False when neither is asked for. */
export function answerSections(visit: Visit, response: ServerResponse): boolean {
  const [several, one] = [visit.url.searchParams.get("sections"), visit.url.searchParams.get("section_id")];
  if (visit.method !== "GET" || (several === null && one === null)) return false;
  if (several !== null) {
    sendJson(response, sectionsFor(visit, several));
    return true;
  }
  const drawn = section(visit, one ?? "");
  send(response, drawn ? 200 : 404, "text/html; charset=utf-8", drawn?.markup ?? "");
  return true;
}
