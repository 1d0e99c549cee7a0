import type { NavItem } from "../messages.ts";
import { byId, element } from "./element.ts";

let entries: { readonly item: NavItem; readonly link: HTMLAnchorElement }[] = [];
let place = "";

/** The app's entries below its name in the menu. */
export function drawNavMenu(items: readonly NavItem[], chosen: (href: string) => void): void {
  entries = items.map((item) => {
    const link = element("a", {
      className: "menu-entry app-entry",
      href: window.encoreFrame.base + item.href,
      textContent: item.label,
      onclick: (event) => {
        if (event.metaKey || event.ctrlKey || event.shiftKey) return;
        event.preventDefault();
        event.stopPropagation();
        chosen(item.href);
      },
    });
    return { item, link };
  });
  byId("app-menu").replaceChildren(...entries.map(({ link }) => link));
  markNavMenu(place);
}

/** Marks the entry whose path is the longest beginning of where the app is. */
export function markNavMenu(path: string): void {
  place = path;
  const bare = path.replace(/[?#].*$/, "");
  const fits = (href: string) => bare === href || bare.startsWith(`${href.replace(/\/$/, "")}/`);
  const best = entries
    .filter(({ item }) => fits(item.href))
    .sort((left, right) => right.item.href.length - left.item.href.length)[0];
  for (const entry of entries) {
    if (entry === best) entry.link.setAttribute("aria-current", "page");
    else entry.link.removeAttribute("aria-current");
  }
}
