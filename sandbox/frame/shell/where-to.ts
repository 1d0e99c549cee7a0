import type { AppPageView } from "../app-page.ts";

/** An address the app wants the whole window to open, on this machine where it is Shopify's admin or the app itself. */
export function whereTo(url: string, { adminBase, address, appUrl }: AppPageView): string {
  const adminPath = /^shopify:\/*admin\/?(.*)$/.exec(url)?.[1];
  if (adminPath !== undefined) return `${adminBase}/${adminPath}`;
  if (!URL.canParse(url)) return url;
  const { origin, pathname, search, hash } = new URL(url);
  if (origin === "https://admin.shopify.com") return pathname + search + hash;
  if (origin === new URL(appUrl).origin) return new URL(address).origin + pathname + search + hash;
  return url;
}
