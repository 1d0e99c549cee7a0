import type { Shop } from "#app/core/values/ids.ts";

/** "Demo.myshopify.com" or "https://demo.myshopify.com" → the shop; undefined for everything that is none. */
export function shopIn(domain: unknown): Shop | undefined {
  if (typeof domain !== "string") return undefined;
  const [, name] = /^(?:https:\/\/)?([a-z0-9][a-z0-9-]{0,59}\.myshopify\.com)\/?$/i.exec(domain) ?? [];
  return name === undefined ? undefined : (name.toLowerCase() as Shop);
}
