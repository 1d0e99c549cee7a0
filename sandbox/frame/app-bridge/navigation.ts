import type { FrameLink } from "./frame-link.ts";

/** What Shopify's admin adds to the address of the app's first page; the merchant's address bar never shows them. */
const SHOPIFYS_OWN = [
  "embedded",
  "shop",
  "host",
  "id_token",
  "locale",
  "hmac",
  "timestamp",
  "session",
  "shopify-reload",
];

function ownPathOf(url: URL): string {
  const query = new URLSearchParams(url.search);
  for (const name of SHOPIFYS_OWN) query.delete(name);
  const text = query.toString();
  return url.pathname + (text ? `?${text}` : "");
}

/** Tells the frame where the app is, at once and after every step of its router or of the browser's arrows. */
export function mirrorLocation(link: FrameLink): void {
  const tellPlace = () => link.tell("located", ownPathOf(new URL(location.href)));
  for (const method of ["pushState", "replaceState"] as const) {
    const original = history[method].bind(history);
    history[method] = (...step: Parameters<History["pushState"]>) => {
      original(...step);
      tellPlace();
    };
  }
  addEventListener("popstate", tellPlace);
  tellPlace();
}

/** `window.open(…, "_top")`, links that leave the frame, and `shopify:` addresses go through the frame. */
export function leaveThroughFrame(leaveTo: (url: string) => void): void {
  const openWindow = window.open.bind(window);
  window.open = (url, target, features) => {
    if (!url || !leavesFrame(String(url), target)) return openWindow(url, target, features);
    leaveTo(absolute(String(url)));
    return null;
  };
  document.addEventListener("click", (event) => {
    const anchor = event.target instanceof Element ? event.target.closest("a[href]") : null;
    const href = anchor?.getAttribute("href");
    if (!anchor || !href || event.defaultPrevented || !leavesFrame(href, anchor.getAttribute("target"))) return;
    event.preventDefault();
    leaveTo(absolute(href));
  });
}

function leavesFrame(url: string, target: string | null | undefined): boolean {
  return target === "_top" || target === "_parent" || url.startsWith("shopify:");
}

function absolute(url: string): string {
  return url.startsWith("shopify:") ? url : new URL(url, location.href).href;
}

/** A choice in the frame's menu: the app's router hears `shopify:navigate` on an element that carries the address. */
export function navigateInApp(href: string): void {
  const place = document.createElement("a");
  place.href = href;
  place.hidden = true;
  document.body.append(place);
  place.dispatchEvent(new CustomEvent("shopify:navigate", { bubbles: true }));
  place.remove();
}

/**
 * The app's bounce page names in `shopify-reload` the address to open again with a fresh session token. The token goes
 * into the address; the path is opened on this page's own origin. True when that is under way.
 */
export function reloadWithFreshToken(idToken: () => Promise<string>): boolean {
  const asked = new URL(location.href).searchParams.get("shopify-reload");
  if (!asked) return false;
  const reload = new URL(asked, location.href);
  void idToken().then((token) => {
    reload.searchParams.set("id_token", token);
    location.replace(location.origin + reload.pathname + reload.search);
  });
  return true;
}
